using System.Text.Json.Serialization;

namespace Cwa.Model;

/// <summary>What is odd about one row of an imported file. The row is stored all the same.</summary>
/// <param name="Line">The line of the file, from 1, on which the row begins.</param>
/// <param name="Column">The name of the column; empty when the row as a whole is odd.</param>
/// <param name="Reason">What is odd, in plain words.</param>
public sealed record ImportWarning(long Line, string Column, string Reason)
{
    /// <summary>What was supposed, and can be answered otherwise; null when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImportQuestion? Question { get; init; }
}
