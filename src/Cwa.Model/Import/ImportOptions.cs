namespace Cwa.Model;

/// <summary>How a file is imported, and for whom.</summary>
/// <param name="Today">The domain's date, on which the file's reports are submitted.</param>
/// <param name="By">Who imports, as the audit trail names them: 1–200 characters.</param>
/// <param name="DryRun">Whether the file is only checked and nothing is stored.</param>
/// <param name="MayWrite">Whether the caller may write for an agency; others read as unknown. Null allows all.</param>
public sealed record ImportOptions(
    DateOnly Today,
    string By = "import",
    bool DryRun = false,
    Func<Agency, bool>? MayWrite = null
)
{
    /// <summary>The sender's answers to what the file leaves open.</summary>
    public ImportAnswers Answers { get; init; } = ImportAnswers.None;

    /// <summary>Reads the id of a record of a type as exports write it; null when the text is not one.</summary>
    public Func<Type, string, Guid?> RecordKey { get; init; } =
        (_, text) => Guid.TryParse(text, out var key) ? key : null;
}
