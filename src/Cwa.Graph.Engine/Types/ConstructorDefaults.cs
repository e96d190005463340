using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Shows the default value of an input record's constructor parameter in the schema.</summary>
internal sealed class ConstructorDefaultsAttribute : GraphQLAttribute
{
    public override void Modify(
        FieldType fieldType,
        bool isInputType,
        IGraphType graphType,
        MemberInfo memberInfo,
        ref bool ignore
    )
    {
        if (!isInputType || fieldType.DefaultValue is not null)
            return;

        var parameter = memberInfo
            .DeclaringType!.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .FirstOrDefault(p =>
                p.HasDefaultValue && string.Equals(p.Name, memberInfo.Name, StringComparison.OrdinalIgnoreCase)
            );
        fieldType.DefaultValue = parameter?.DefaultValue;
    }
}
