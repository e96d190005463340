using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>What a statement does to which tables, such as `SELECT events agencies`.</summary>
internal static partial class StatementSummary
{
    // As long as the conventions of OpenTelemetry allow.
    private const int MostCharacters = 255;

    // EF Core keeps the text of a query as long as the query, and gives the same string each time.
    private static readonly ConditionalWeakTable<string, string> Known = [];

    public static string Of(string statement) => Known.GetValue(statement, Summarize);

    private static string Summarize(string statement)
    {
        var tables = Tables().Matches(statement).Select(table => table.Groups[1].Value).Distinct();
        var summary = string.Join(' ', tables.Prepend(Verb().Match(statement).Value));
        return summary.Length > MostCharacters ? summary[..MostCharacters] : summary;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Verb();

    // Neither the column of `IS DISTINCT FROM e.state`, nor a function that gives rows.
    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE)\s+""?([a-z_]\w*)\b(?!""?[.(])")]
    private static partial Regex Tables();
}
