using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// What citing a plan and correcting a citation have in common: the cited place, and the rules of it.
/// </summary>
public abstract record CitationVerb : Verb<PlanCitation>
{
    private const int FarYears = 2;

    /// <summary>The law that requires the document.</summary>
    public required PlanLaw Law { get; init; }

    /// <summary>The title of the document.</summary>
    [MaxLength(PlanReference.LongestDocument)]
    public required string Document { get; init; }

    /// <summary>The fiscal year of the document, named for the year it ends in, from 1990 to 2100.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The chapter, goal or page where a reader can find it.</summary>
    [MaxLength(PlanReference.LongestSection)]
    public required string Section { get; init; }

    private protected void CheckInput(Work work)
    {
        if (FiscalYear is < PlanReference.FirstFiscalYear or > PlanReference.LastFiscalYear)
            work.Refuse(
                new YearOutOfRange(PlanReference.FirstFiscalYear, PlanReference.LastFiscalYear),
                nameof(FiscalYear)
            );
    }

    /// <summary>The citation as the input says it; null when it was refused.</summary>
    /// <param name="citer">The record that cites.</param>
    /// <param name="corrected">The citation that the input corrects; null for a new one.</param>
    /// <param name="field">The field that names the citer or the citation.</param>
    /// <param name="work">The run of the verb.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private protected async Task<PlanCitation?> SaidAsync(
        Citer citer,
        PlanCitation? corrected,
        string field,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (Math.Abs((long)FiscalYear - citer.FiscalYear) > FarYears)
            work.Warn(
                $"The document is of fiscal year {FiscalYear}, but the record that cites it is of {citer.FiscalYear}.",
                "fiscalYear"
            );
        if (!work.IsGood)
            return null;

        // There are few, and the agency's lock keeps other writers from them.
        var plans = await work
            .Db.PlanReferences.Where(p => p.AgencyId == citer.AgencyId && p.Law == Law && p.FiscalYear == FiscalYear)
            .ToListAsync(cancellationToken);
        var plan = plans.Find(p =>
            SearchText.Same.Equals(p.Document, Document) && SearchText.Same.Equals(p.Section, Section)
        );
        if (
            plan is not null
            && await ExistingAsync(plan, citer, work, cancellationToken) is { } existing
            && existing.Id != corrected?.Id
        )
        {
            work.Refuse(new PlanAlreadyCited(existing), field);
            return null;
        }

        if (plan is null)
        {
            plan = new(citer.AgencyId, Law, Document, FiscalYear, Section);
            work.Db.Add(plan);
            work.Audit(plan, plan.AgencyId);
        }

        return citer.Cite(plan, corrected?.Id, corrected?.RecordedAt);
    }

    private static Task<PlanCitation?> ExistingAsync(
        PlanReference plan,
        Citer citer,
        Work work,
        CancellationToken cancellationToken
    ) =>
        work
            .Db.PlanCitations.AsNoTracking()
            .Where(c => c.PlanId == plan.Id)
            .SingleOrDefaultAsync(citer.Cites, cancellationToken);
}
