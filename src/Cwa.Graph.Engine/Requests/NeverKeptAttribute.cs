using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// Marks a field that depends on the person who asks, beyond the rights, or on the instant, beyond the date. No answer
/// with such a field is kept.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class NeverKeptAttribute : GraphQLAttribute
{
    internal const string Key = "NEVER_KEPT";

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, true);
}
