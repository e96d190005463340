namespace Cwa.Model;

/// <summary>The report's status does not allow this.</summary>
public sealed record WrongAnnualReportStatus(AnnualReport Existing) : Refusal
{
    /// <summary>The report as it stands.</summary>
    public AnnualReport Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.Status switch
        {
            AnnualReportStatus.Draft => "The report is a DRAFT; its agency submits it next.",
            AnnualReportStatus.Submitted => "The report is SUBMITTED; NPR clears or returns it next.",
            AnnualReportStatus.Returned => "The report is RETURNED; its agency changes it and submits it again.",
            AnnualReportStatus.Cleared => "The report is CLEARED; NPR publishes or returns it next.",
            AnnualReportStatus.Published =>
                "The report is PUBLISHED; to change it, save the draft of its next revision.",
            _ => "The report is SUPERSEDED by a newer revision.",
        };
}

/// <summary>The year of the report has not begun.</summary>
public sealed record YearNotBegun(DateOnly BeginsOn) : Refusal
{
    /// <summary>The first day of the year.</summary>
    public DateOnly BeginsOn { get; } = BeginsOn;

    /// <inheritdoc/>
    public override string Message => $"This year begins on {BeginsOn:yyyy-MM-dd}; it has no results yet.";
}

/// <summary>The report has too many statements.</summary>
public sealed record TooManyStatements(int Count) : Refusal
{
    /// <summary>How many statements there are.</summary>
    public int Count { get; } = Count;

    /// <inheritdoc/>
    public override string Message =>
        $"The report has {Count} statements; it can have at most {AnnualReport.MaxStatements}.";
}

/// <summary>The report has no statement.</summary>
public sealed record NoStatements : Refusal
{
    /// <inheritdoc/>
    public override string Message =>
        "The report has no statement. Save it with at least one result before you submit it.";
}
