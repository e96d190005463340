using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>Converts JSON into the values of variables.</summary>
internal static class JsonValues
{
    /// <summary>The members of an object.</summary>
    public static Inputs Of(JsonElement members) => new(MembersOf(members));

    private static Dictionary<string, object?> MembersOf(JsonElement members)
    {
        var values = new Dictionary<string, object?>();
        foreach (var member in members.EnumerateObject())
            values.Add(member.Name, ValueOf(member.Value));
        return values;
    }

    private static object? ValueOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => MembersOf(value),
            JsonValueKind.Array => ItemsOf(value),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => NumberOf(value),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static List<object?> ItemsOf(JsonElement items)
    {
        var values = new List<object?>(items.GetArrayLength());
        foreach (var item in items.EnumerateArray())
            values.Add(ValueOf(item));
        return values;
    }

    // A number without a fraction is an integer however it is written, as 2.0 or 1e2 (specification, 3.5).
    private static object NumberOf(JsonElement number)
    {
        if (number.TryGetInt32(out var small))
            return small;
        if (number.TryGetInt64(out var whole))
            return whole;
        if (
            BigInteger.TryParse(
                number.GetRawText(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var large
            )
        )
            return large;

        var real = number.GetDouble();
        return !double.IsInteger(real) ? real
            : Math.Abs(real) <= int.MaxValue ? (int)real
            : new BigInteger(real);
    }
}
