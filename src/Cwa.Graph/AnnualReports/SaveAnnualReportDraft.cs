using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What the draft of a year's report is to say.</summary>
public sealed record SaveAnnualReportDraftInput : MutationInput
{
    /// <summary>The reporting agency's id.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The year that the results are of, from 1993 to 2100; it has begun.</summary>
    public required int Year { get; init; }

    /// <summary>Whether that is the fiscal or the calendar year.</summary>
    public required YearBasis YearBasis { get; init; }

    /// <summary>The title that customers read, 1–200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What the results amount to, in a few sentences, 1–4000 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>
    /// The results, at most 50, in the report's order and in place of those that the draft had. A draft may have none
    /// yet.
    /// </summary>
    [DefaultAstValue("[]")]
    public IReadOnlyList<AnnualStatementInput> Statements { get; init; } = [];
}

/// <summary>One result, in words that an individual customer understands.</summary>
public sealed record AnnualStatementInput
{
    /// <summary>The id of the agency's service standard whose result it states.</summary>
    [Id]
    public required string StandardId { get; init; }

    /// <summary>
    /// What a customer reads, 1–1000 characters: plain sentences of 15 to 20 words on average and never over 40.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The year's value, in the standard's unit; left out when the words are all there is.</summary>
    public double? Result { get; init; }

    /// <summary>Whether the standard was met; left out when that cannot be said.</summary>
    public bool? Met { get; init; }
}

/// <summary>The draft, or why it was refused.</summary>
public sealed record SaveAnnualReportDraftPayload : Payload
{
    /// <summary>The draft; null when it was refused or only checked.</summary>
    public AnnualReport? AnnualReport { get; init; }
}

/// <summary>Action 6: an agency writes down its results for its customers.</summary>
public sealed class SaveAnnualReportDraft
{
    /// <summary>
    /// Saves the draft of a year's report to customers (action 6), in place of the one before. It may also change a
    /// report that NPR returned. Where the year's report is published, the draft is of the revision that is to replace
    /// it, which cites the same plans. Only the agency and those above it see a draft.
    /// </summary>
    /// <param name="input">What the draft says.</param>
    [Role(Roles.Submit)]
    public static Task<SaveAnnualReportDraftPayload> SaveAnnualReportDraftAsync(
        SaveAnnualReportDraftInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            draft => new SaveAnnualReportDraftPayload { AnnualReport = draft },
            session => SaveAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<AnnualReport?> SaveAsync(
        SaveAnnualReportDraftInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        Check(input, session.Today, check);
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var standards = await StandardsAsync(input, agency, session, cancellationToken);
        var revisions = await session
            .Db.AnnualReports.Include(r => r.Statements)
            .Where(r =>
                r.AgencyId == agency.Id
                && r.Year == input.Year
                && r.YearBasis == input.YearBasis
                && r.Status < AnnualReportStatus.Superseded
            )
            .ToListAsync(cancellationToken);
        var open = revisions.Find(r => r.Status < AnnualReportStatus.Published);
        if (open is { Status: AnnualReportStatus.Submitted or AnnualReportStatus.Cleared })
            check.Refuse(new WrongAnnualReportStatus(open, check.Path("year")));
        if (!check.IsGood)
            return null;

        var draft = open ?? await BeginAsync(input, agency, revisions.SingleOrDefault(), session, cancellationToken);
        draft.Describe(input.Title, input.Summary);
        draft.SetStatements(
            input.Statements.Select(s => new StatementDraft(standards[s.StandardId].Id, s.Text, s.Result, s.Met))
        );
        AnnualReportAdvice.Give(draft, standards.Values.Distinct().ToDictionary(s => s.Id), session, place => place);
        session.Audit(draft, agency.Id);
        return draft;
    }

    private static void Check(SaveAnnualReportDraftInput input, DateOnly today, InputCheck check)
    {
        check.Text(input.Title, 200, "title");
        check.Text(input.Summary, 4000, "summary");
        if (input.Year is < AnnualReport.FirstYear or > AnnualReport.LastYear)
            check.Refuse(new YearOutOfRange(AnnualReport.FirstYear, AnnualReport.LastYear, check.Path("year")));
        else if (new ReportedYear(input.Year, input.YearBasis) is var year && year.FirstDay > today)
            check.Refuse(new YearNotBegun(year.FirstDay, check.Path("year")));
        if (input.Statements.Count > AnnualReport.MaxStatements)
            check.Refuse(new TooManyStatements(input.Statements.Count, check.Path("statements")));
        else
            foreach (var (i, statement) in input.Statements.Index())
                check.In("statements", i).Text(statement.Text, 1000, "text");
    }

    /// <summary>
    /// The agency's standards under the ids that the statements name them by; refused where there is none.
    /// </summary>
    private static async Task<Dictionary<string, ServiceStandard>> StandardsAsync(
        SaveAnnualReportDraftInput input,
        Agency agency,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, ServiceStandard>();
        if (input.Statements.Count is 0 or > AnnualReport.MaxStatements)
            return found;

        Guid[] keys =
        [
            .. input
                .Statements.Select(s => NodeId.KeyOf(nameof(ServiceStandard), s.StandardId))
                .OfType<Guid>()
                .Distinct(),
        ];
        var own = await session
            .Db.ServiceStandards.AsNoTracking()
            .Where(s => s.AgencyId == agency.Id && keys.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        foreach (var (i, statement) in input.Statements.Index())
        {
            if (
                NodeId.KeyOf(nameof(ServiceStandard), statement.StandardId) is { } key
                && own.TryGetValue(key, out var standard)
            )
                found[statement.StandardId] = standard;
            else
                session.Input.Refuse(new RecordNotFound(session.Input.In("statements", i).Path("standardId")));
        }

        return found;
    }

    /// <summary>The year's first draft, or that of the revision which is to replace the published one.</summary>
    private static async Task<AnnualReport> BeginAsync(
        SaveAnnualReportDraftInput input,
        Agency agency,
        AnnualReport? published,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (published is null)
            return session.Db.Add(new AnnualReport(agency.Id, input.Year, input.YearBasis, input.Title)).Entity;

        var next = session.Db.Add(published.Revise()).Entity;
        var plans = await session
            .Db.PlanCitations.Where(c => c.AnnualReportId == published.Id)
            .Select(c => c.Plan)
            .ToListAsync(cancellationToken);
        foreach (var plan in plans)
        {
            var citation = PlanCitation.By(next, plan);
            session.Db.Add(citation);
            session.Audit(citation, agency.Id);
        }

        return next;
    }
}
