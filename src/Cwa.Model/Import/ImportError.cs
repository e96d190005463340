using System.Text.Json.Serialization;

namespace Cwa.Model;

/// <summary>What is wrong with one row of an imported file.</summary>
/// <param name="Line">The line of the file, from 1, on which the row begins. Quoted values may span lines.</param>
/// <param name="Column">The name of the column; empty when the row or the file as a whole is wrong.</param>
/// <param name="Reason">What is wrong, in one plain sentence.</param>
public sealed record ImportError(long Line, string Column, string Reason)
{
    /// <summary>What has to be answered; null when the file has to be corrected.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImportQuestion? Question { get; init; }
}
