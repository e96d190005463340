using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Cwa.Graph.Engine;

/// <summary>What a term takes from the property that it is declared by, such as `book => book.Title`.</summary>
internal static class ListedMember
{
    /// <summary>The property's name, as the schema writes it.</summary>
    public static string NameOf(LambdaExpression member) =>
        JsonNamingPolicy.CamelCase.ConvertName(PropertyOf(member).Name);

    /// <summary>The property's doc comment; empty without one.</summary>
    public static string DescriptionOf(LambdaExpression member) => DocComments.Of(PropertyOf(member)) ?? "";

    /// <summary>Whether the property can be null.</summary>
    public static bool IsOptional(LambdaExpression member) =>
        new NullabilityInfoContext().Create(PropertyOf(member)).ReadState == NullabilityState.Nullable;

    private static PropertyInfo PropertyOf(LambdaExpression member) =>
        (PropertyInfo)((MemberExpression)member.Body).Member;
}
