using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// An agency's report of one year's customer service results "in terms readily understood by individual customers", as
/// action 6 of the memorandum asks.
/// </summary>
public sealed class AnnualReport : IAgencyRecord
{
    internal const int LongestTitle = 200;
    internal const int LongestSummary = 4000;
    internal const int LongestReason = 1000;

    /// <summary>The most statements that a report can have.</summary>
    public const int MaxStatements = 50;

    /// <summary>The first year that a report can cover.</summary>
    public const int FirstYear = 1993;

    /// <summary>The last year that a report can cover.</summary>
    public const int LastYear = 2100;

    private readonly List<AnnualStatement> _statements = [];

    private AnnualReport() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or the year is not from 1993 to
    /// 2100.</exception>
    public AnnualReport(
        Guid agencyId,
        int year,
        YearBasis yearBasis,
        string title,
        string? summary = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Year = year;
        YearBasis = Require.Defined(yearBasis);
        Title = Require.Text(title, LongestTitle);
        Summary = Require.OptionalText(summary, LongestSummary);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of this revision of the report.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that reports.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that reports.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The year that the report covers.</summary>
    public int Year { get; private init; }

    /// <summary>Whether `year` is a fiscal or a calendar year.</summary>
    public YearBasis YearBasis { get; private init; }

    /// <summary>
    /// 1 for the first report on the year; each report that replaces a published one has the next number.
    /// </summary>
    public int Revision { get; private init; } = 1;

    /// <summary>How far the report has come; at most one revision of a year is published at a time.</summary>
    public AnnualReportStatus Status { get; private set; } = AnnualReportStatus.Draft;

    /// <summary>The title that customers read.</summary>
    [MaxLength(LongestTitle)]
    public string Title { get; private set; } = "";

    /// <summary>The results in a few sentences; null if there is no summary.</summary>
    [MaxLength(LongestSummary)]
    public string? Summary { get; private set; }

    /// <summary>Why NPR returned the report; null unless its status is RETURNED.</summary>
    [MaxLength(LongestReason)]
    public string? ReturnReason { get; private set; }

    /// <summary>
    /// The day on which the report was published; null until then, and kept when the report is superseded.
    /// </summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>The results, each in a plain sentence or a few, in the report's order.</summary>
    public IReadOnlyList<AnnualStatement> Statements => _statements;

    /// <summary>How hard the statements are to read.</summary>
    [Derived]
    public PlainLanguage PlainLanguage { get; private set; } = PlainLanguage.OfNothing;

    /// <summary>When this revision was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When this revision or one of its statements was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Whether a report in one status may move to another.</summary>
    public static bool CanMove(AnnualReportStatus from, AnnualReportStatus to) =>
        (from, to)
            is
                (AnnualReportStatus.Draft or AnnualReportStatus.Returned, AnnualReportStatus.Submitted)
                or
                (AnnualReportStatus.Submitted, AnnualReportStatus.Cleared or AnnualReportStatus.Returned)
                or
                (AnnualReportStatus.Cleared, AnnualReportStatus.Published or AnnualReportStatus.Returned)
                or
                (AnnualReportStatus.Published, AnnualReportStatus.Superseded);

    /// <summary>Changes the title and the summary of a report that is a draft or was returned.</summary>
    public void Describe(string title, string? summary)
    {
        RequireEditable();
        (Title, Summary) = (Require.Text(title, LongestTitle), Require.OptionalText(summary, LongestSummary));
    }

    /// <summary>
    /// Replaces the statements of a report that is a draft or was returned, and measures how hard they are to read.
    /// </summary>
    public void SetStatements(IEnumerable<StatementDraft> drafts)
    {
        RequireEditable();
        AnnualStatement[] statements =
        [
            .. drafts.Index().Select(draft => new AnnualStatement(this, draft.Index + 1, draft.Item)),
        ];
        if (statements.Length > MaxStatements)
            throw new ArgumentException($"A report can have at most {MaxStatements} statements.", nameof(drafts));

        _statements.Clear();
        _statements.AddRange(statements);

        PlainLanguage = PlainLanguage.Measure(TextOf(statements.Select(statement => statement.Text)));
    }

    /// <summary>
    /// The statements as one text: each is a paragraph, so that one without a full stop does not run into the next.
    /// </summary>
    public static string TextOf(IEnumerable<string> statements) => string.Join("\n\n", statements);

    /// <summary>Submits the report for clearance.</summary>
    /// <exception cref="InvalidOperationException">It has no statement, or its status does not allow it.</exception>
    public void Submit()
    {
        if (_statements is [])
            throw new InvalidOperationException("A report without a statement cannot be submitted.");

        MoveTo(AnnualReportStatus.Submitted);
        ReturnReason = null;
    }

    /// <summary>Returns the report to its agency.</summary>
    public void Return(string reason)
    {
        var why = Require.Text(reason, LongestReason);
        MoveTo(AnnualReportStatus.Returned);
        ReturnReason = why;
    }

    /// <summary>Clears the report for publication.</summary>
    public void Clear() => MoveTo(AnnualReportStatus.Cleared);

    /// <summary>
    /// Publishes the report. An earlier revision that is still published must be superseded in the same transaction.
    /// </summary>
    public void Publish(DateOnly on)
    {
        MoveTo(AnnualReportStatus.Published);
        PublishedOn = on;
    }

    /// <summary>Marks the report as replaced by a newer revision.</summary>
    public void Supersede() => MoveTo(AnnualReportStatus.Superseded);

    /// <summary>Starts the draft of the next revision of this published report, with the same words.</summary>
    public AnnualReport Revise(Guid? id = null, DateTime? recordedAt = null)
    {
        if (Status != AnnualReportStatus.Published)
            throw new InvalidOperationException("Only a published report can be revised.");

        var next = new AnnualReport(AgencyId, Year, YearBasis, Title, Summary, id, recordedAt)
        {
            Revision = Revision + 1,
        };
        next.SetStatements(_statements.Select(s => new StatementDraft(s.StandardId, s.Text, s.Result, s.Met)));
        return next;
    }

    private void MoveTo(AnnualReportStatus next) =>
        Status = CanMove(Status, next)
            ? next
            : throw new InvalidOperationException($"A report that is {Status} cannot become {next}.");

    private void RequireEditable()
    {
        if (Status is not (AnnualReportStatus.Draft or AnnualReportStatus.Returned))
            throw new InvalidOperationException($"A report that is {Status} cannot be changed.");
    }
}
