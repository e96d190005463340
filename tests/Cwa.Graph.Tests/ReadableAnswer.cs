using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cwa.Graph.Tests;

/// <summary>
/// An answer as its snapshot shows it. Long lists are cut short, and a digest of the whole answer covers what is cut.
/// </summary>
internal static class ReadableAnswer
{
    private const int Width = 120,
        LinesOfList = 40;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonElement answer) =>
        string.Join('\n', [.. Lines(answer, indent: 0), $"whole: sha256 {Digest(answer)}", ""]);

    /// <summary>The text from which the digest is taken. To find a difference, compare two of these.</summary>
    public static string Whole(JsonElement answer) => JsonSerializer.Serialize(answer, Plain);

    // A cursor is encrypted with its server's key, and `asOf` is the time of the request.
    public static JsonElement WithoutCursorsAndInstants(this JsonElement answer) =>
        JsonSerializer.Deserialize<JsonElement>(
            Regex.Replace(Whole(answer), "\"(endCursor|dataAsOf)\":\"[^\"]+\"", "\"$1\":\"…\"")
        );

    private static string Digest(JsonElement answer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Whole(answer))));

    private static IReadOnlyList<string> Lines(JsonElement value, int indent)
    {
        var line = OneLine(value);
        if (indent + line.Length <= Width)
            return [line];

        return value.ValueKind switch
        {
            JsonValueKind.Object => ["{", .. value.EnumerateObject().SelectMany(f => Named(f, indent + 2)), "}"],
            JsonValueKind.Array => ["[", .. Items(value, indent + 2), "]"],
            _ => [line],
        };
    }

    private static IEnumerable<string> Named(JsonProperty field, int indent) =>
        Lines(field.Value, indent).Select((line, i) => i == 0 ? $"  {field.Name}: {line}" : $"  {line}");

    private static IEnumerable<string> Items(JsonElement list, int indent)
    {
        var lines = new List<string>();
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            var next = Lines(item, indent);
            if (i >= 2 && lines.Count + next.Count > LinesOfList)
                return [.. lines, $"  … and {list.GetArrayLength() - i} more"];
            lines.AddRange(next.Select(line => $"  {line}"));
        }

        return lines;
    }

    private static string OneLine(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => $"{{ {string.Join(", ", value.EnumerateObject().Select(OneLine))} }}",
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(OneLine))}]",
            _ => Whole(value),
        };

    private static string OneLine(JsonProperty field) => $"{field.Name}: {OneLine(field.Value)}";
}
