using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Saves the draft of a year's report to customers (action 6), replacing an earlier draft, or changes a report that NPR
/// returned. If the year's report has been published, this is the draft of its next revision, which cites the same
/// plans. Only the agency and the agencies above it see a draft.
/// </summary>
[By(Role.Agency)]
public sealed record SaveAnnualReportDraft : Verb<AnnualReport>
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The year that the report covers, from 1993 to 2100. It must have begun.</summary>
    public required int Year { get; init; }

    /// <summary>Whether `year` is a fiscal or a calendar year.</summary>
    public required YearBasis YearBasis { get; init; }

    /// <summary>The title that customers read.</summary>
    [MaxLength(AnnualReport.LongestTitle)]
    public required string Title { get; init; }

    /// <summary>The results in a few sentences; null if there is no summary.</summary>
    [MaxLength(AnnualReport.LongestSummary)]
    public string? Summary { get; init; }

    /// <summary>
    /// The results, at most 50, in the report's order. They replace those of the draft. A draft may have none yet.
    /// </summary>
    public IReadOnlyList<AnnualStatementInput> Statements { get; init; } = [];

    /// <inheritdoc/>
    public override async Task<AnnualReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        Check(this, work.Today, work.Check);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var standards = await StandardsAsync(this, agency, work, cancellationToken);
        var revisions = await work
            .Db.AnnualReports.Include(r => r.Statements)
            .Where(r =>
                r.AgencyId == agency.Id
                && r.Year == Year
                && r.YearBasis == YearBasis
                && r.Status < AnnualReportStatus.Superseded
            )
            .ToListAsync(cancellationToken);
        var open = revisions.Find(r => r.Status < AnnualReportStatus.Published);
        if (open is { Status: AnnualReportStatus.Submitted or AnnualReportStatus.Cleared })
            work.Refuse(new WrongAnnualReportStatus(open), nameof(Year));
        if (!work.IsGood)
            return null;

        var draft = open ?? await BeginAsync(this, agency, revisions.SingleOrDefault(), work, cancellationToken);
        draft.Describe(Title, Summary);
        draft.SetStatements(
            Statements.Select(s => new StatementDraft(standards[s.StandardId].Id, s.Text, s.Result, s.Met))
        );
        AnnualReportAdvice.Give(draft, standards.Values.Distinct().ToDictionary(s => s.Id), work, place => place);
        work.Audit(draft, agency.Id);
        return draft;
    }

    private static void Check(SaveAnnualReportDraft input, DateOnly today, Check check)
    {
        if (input.Year is < AnnualReport.FirstYear or > AnnualReport.LastYear)
            check.Refuse(new YearOutOfRange(AnnualReport.FirstYear, AnnualReport.LastYear), nameof(Year));
        else if (new ReportedYear(input.Year, input.YearBasis) is var year && year.FirstDay > today)
            check.Refuse(new YearNotBegun(year.FirstDay), nameof(Year));
        if (input.Statements.Count > AnnualReport.MaxStatements)
            check.Refuse(new TooManyStatements(input.Statements.Count), nameof(Statements));
    }

    /// <summary>The agency's standards, by the ids that the statements give. An unknown id is refused.</summary>
    private static async Task<Dictionary<Id<ServiceStandard>, ServiceStandard>> StandardsAsync(
        SaveAnnualReportDraft input,
        Agency agency,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<Id<ServiceStandard>, ServiceStandard>();
        if (input.Statements.Count is 0 or > AnnualReport.MaxStatements)
            return found;

        Guid[] keys = [.. input.Statements.Select(s => s.StandardId.Key).OfType<Guid>().Distinct()];
        var own = await work
            .Db.ServiceStandards.AsNoTracking()
            .Where(s => s.AgencyId == agency.Id && keys.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        foreach (var (i, statement) in input.Statements.Index())
        {
            if (statement.StandardId.Key is { } key && own.TryGetValue(key, out var standard))
                found[statement.StandardId] = standard;
            else
                work.Check.In("statements", i).Refuse(new RecordNotFound(), "standardId");
        }

        return found;
    }

    /// <summary>The year's first draft, or the draft of the next revision of the published report.</summary>
    private static async Task<AnnualReport> BeginAsync(
        SaveAnnualReportDraft input,
        Agency agency,
        AnnualReport? published,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (published is null)
            return work.Db.Add(new AnnualReport(agency.Id, input.Year, input.YearBasis, input.Title)).Entity;

        var next = work.Db.Add(published.Revise()).Entity;
        var plans = await work
            .Db.PlanCitations.Where(c => c.AnnualReportId == published.Id)
            .Select(c => c.Plan)
            .ToListAsync(cancellationToken);
        foreach (var plan in plans)
        {
            var citation = PlanCitation.By(next, plan);
            work.Db.Add(citation);
            work.Audit(citation, agency.Id);
        }

        return next;
    }
}

/// <summary>One result, stated in words that an individual customer understands.</summary>
public sealed record AnnualStatementInput
{
    /// <summary>The id of the agency's service standard by which the result is measured.</summary>
    public required Id<ServiceStandard> StandardId { get; init; }

    /// <summary>What a customer reads: plain sentences of 15 to 20 words on average and never more than 40.</summary>
    [MaxLength(AnnualStatement.LongestText)]
    public required string Text { get; init; }

    /// <summary>The year's value in the standard's unit; left out if the result is stated in words only.</summary>
    public double? Result { get; init; }

    /// <summary>Whether the standard was met; left out if that cannot be said.</summary>
    public bool? Met { get; init; }
}
