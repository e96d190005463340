using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The reasons of an agency in `attention`: each of the kinds that it asks for at most once.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReasonsAttribute : ListSizeAttribute
{
    /// <summary>As many as the `kinds` of `attention` ask for.</summary>
    public ReasonsAttribute()
        : base(AttentionReasons.Most) => Around = "attention";

    /// <inheritdoc/>
    public override int Of(AskedArguments arguments) =>
        arguments.Texts("kinds") is { Count: > 0 } kinds ? kinds.Distinct().Count() : Most;
}
