using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Describes each type, field, argument and value that has no description yet by its doc comment.</summary>
internal sealed class DocCommentsAttribute : GraphQLAttribute
{
    /// <summary>Before all others, which may add to the description.</summary>
    public override float Priority => float.MinValue;

    public override void Modify(IGraphType graphType, Type sourceType) =>
        graphType.Description ??= DocComments.Of(sourceType);

    public override void Modify(
        FieldType fieldType,
        bool isInputType,
        IGraphType graphType,
        MemberInfo memberInfo,
        ref bool ignore
    ) => fieldType.Description ??= DocComments.Of(memberInfo);

    public override void Modify(QueryArgument queryArgument, ParameterInfo parameterInfo) =>
        queryArgument.Description ??= DocComments.Of(parameterInfo);

    public override void Modify(EnumValueDefinition enumValueDefinition) =>
        enumValueDefinition.Description ??= DocComments.Of(
            enumValueDefinition.Value!.GetType().GetField($"{enumValueDefinition.Value}")!
        );
}
