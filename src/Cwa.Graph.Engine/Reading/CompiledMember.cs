using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

internal static class CompiledMember
{
    private static readonly ConcurrentDictionary<(Type, string), Delegate> Getters = new();

    /// <summary>The member's getter, compiled once.</summary>
    public static Func<T, TValue> Of<T, TValue>(Expression<Func<T, TValue>> member) =>
        (Func<T, TValue>)Getters.GetOrAdd((typeof(T), PathOf(member)), _ => member.Compile());

    /// <summary>The names of the members after the parameter, such as `ParentId.Value`.</summary>
    public static string PathOf(LambdaExpression member)
    {
        var path = "";
        for (var at = member.Body as MemberExpression; at is not null; at = at.Expression as MemberExpression)
            path = path.Length == 0 ? at.Member.Name : $"{at.Member.Name}.{path}";
        return path;
    }
}
