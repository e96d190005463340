using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Tests;

/// <summary>The places in a schema that take a day, a month or an instant.</summary>
internal static class DayPlaces
{
    private const int MostLevels = 3;

    public static bool IsDay(IGraphType type) => type.GetNamedType().Name is "Date" or "YearMonth" or "DateTime";

    /// <summary>The day in a type's format.</summary>
    public static JsonNode Written(IGraphType type, DateOnly day) =>
        type.GetNamedType().Name switch
        {
            "Date" => $"{day:yyyy-MM-dd}",
            "YearMonth" => $"{day:yyyy-MM}",
            _ => $"{day:yyyy-MM-dd}T{(day.Day % 2 == 0 ? "23:59:59.9999999Z" : "00:00:00Z")}",
        };

    /// <summary>The paths from the root to a field that takes a day, over fields that need no argument.</summary>
    public static IEnumerable<IReadOnlyList<(IObjectGraphType Of, FieldType Field)>> PathsIn(IObjectGraphType root)
    {
        var seen = new HashSet<(string, string)>();
        var level = new List<IReadOnlyList<(IObjectGraphType, FieldType)>>
        {
            Array.Empty<(IObjectGraphType, FieldType)>(),
        };
        for (var depth = 0; depth <= MostLevels * 2; depth++)
        {
            var next = new List<IReadOnlyList<(IObjectGraphType, FieldType)>>();
            foreach (var path in level)
            {
                var type = path is [] ? root : path[^1].Item2.ResolvedType!.GetNamedType() as IObjectGraphType;
                foreach (var field in type?.Fields.Where(f => !f.Name.StartsWith("__", StringComparison.Ordinal)) ?? [])
                {
                    if (!seen.Add((type!.Name, field.Name)))
                        continue;
                    IReadOnlyList<(IObjectGraphType, FieldType)> longer = [.. path, (type, field)];
                    if (field.Arguments?.Any(a => TakesDay(a.ResolvedType!)) == true)
                        yield return longer;
                    if (field.Arguments?.Any(a => a.ResolvedType is NonNullGraphType && a.DefaultValue is null) != true)
                        next.Add(longer);
                }
            }

            level = next;
        }
    }

    /// <summary>A value of an input type with days wherever it takes some; null if it takes none.</summary>
    public static JsonNode? ValueOf(IGraphType type, Func<DateOnly> next, int level = 0)
    {
        if (IsDay(type))
            return type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType }
                ? new JsonArray(Written(type, next()), Written(type, next()))
                : Written(type, next());
        if (type.GetNamedType() is not IInputObjectGraphType input || level > MostLevels || !TakesDay(input))
            return null;

        var value = new JsonObject();
        foreach (var field in input.Fields.Where(f => f.Name is not ("and" or "or")))
        {
            if (ValueOf(field.ResolvedType!, next, level + 1) is { } days)
                value[field.Name] = days;
        }

        return input.Name.EndsWith("FilterInput", StringComparison.Ordinal) && value.Count > 1 && level == 0
            ? AnyOf(value)
            : value;
    }

    public static bool TakesDay(IGraphType type, int level = 0) =>
        IsDay(type)
        || (
            level <= MostLevels
            && type.GetNamedType() is IInputObjectGraphType input
            && input.Fields.Any(f => f.Name is not ("and" or "or") && TakesDay(f.ResolvedType!, level + 1))
        );

    // Not all at once: together they would match nothing, and the database would not evaluate the rest.
    private static JsonObject AnyOf(JsonObject all) =>
        new() { ["or"] = new JsonArray([.. all.Select(one => new JsonObject { [one.Key] = one.Value!.DeepClone() })]) };
}
