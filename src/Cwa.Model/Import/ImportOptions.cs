namespace Cwa.Model;

/// <summary>How a file is imported, and for whom.</summary>
/// <param name="Today">The domain's date; what the file submits is submitted on it.</param>
/// <param name="By">Who imports, as the audit trail names them, 1–200 characters.</param>
/// <param name="DryRun">Whether the file is only checked, and nothing is kept.</param>
/// <param name="MayWrite">For which agencies the caller may write; one that it may not write for reads as unknown. Null
/// for all.</param>
public sealed record ImportOptions(
    DateOnly Today,
    string By = "import",
    bool DryRun = false,
    Func<Agency, bool>? MayWrite = null
)
{
    /// <summary>Reads an event's id as exports write it; null when the text is none.</summary>
    public Func<string, Guid?> EventKey { get; init; } = text => Guid.TryParse(text, out var key) ? key : null;
}
