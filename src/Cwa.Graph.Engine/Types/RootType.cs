using System.Reflection;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// Query, Mutation or Subscription: its fields are the public static methods of the feature classes that it names.
/// </summary>
public abstract class RootType(params Type[] features) : AutoRegisteringObjectGraphType<object>
{
    /// <inheritdoc/>
    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => features.SelectMany(StaticFields.Of);

    /// <inheritdoc/>
    protected override FieldType? CreateField(MemberInfo memberInfo) =>
        StaticFields.FieldOf((MethodInfo)memberInfo, typeof(object), this);
}
