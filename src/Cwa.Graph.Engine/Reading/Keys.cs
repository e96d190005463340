using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

internal static class Keys
{
    /// <summary>The key of every entity: its `Id`.</summary>
    public static Expression<Func<T, Guid>> Of<T>()
    {
        var record = Expression.Parameter(typeof(T), "record");
        return Expression.Lambda<Func<T, Guid>>(Expression.Property(record, "Id"), record);
    }
}
