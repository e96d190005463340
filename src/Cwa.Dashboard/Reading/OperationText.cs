using System.Text.RegularExpressions;

namespace Cwa.Dashboard.Reading;

/// <summary>Reads the texts of published operations: a field a line, indented by how deep it is.</summary>
internal static partial class OperationText
{
    /// <summary>The operation, asking for everything but some of its parts.</summary>
    /// <param name="parts">Names from the root, such as `feed` or `agency.scorecard`.</param>
    public static string Without(string text, IReadOnlyCollection<string> parts)
    {
        var above = new List<string>();
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (Field().Match(lines[at]) is not { Success: true } field)
                continue;
            var level = (field.Groups["indent"].Length / 2) - 1;
            above.RemoveRange(level, above.Count - level);
            above.Add(field.Groups["name"].Value);
            if (parts.Contains(string.Join('.', above)))
                lines[at] = lines[at].TrimEnd('{', ' ') + " @skip(if: true)" + (lines[at].EndsWith('{') ? " {" : "");
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^(?<indent>( {2})+)(?<name>\w+|\.{3})")]
    private static partial Regex Field();
}
