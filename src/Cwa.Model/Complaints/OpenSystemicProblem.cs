using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Opens a systemic problem, found behind individual complaints and to be solved "quickly and systemically" (action 4).
/// It goes from IDENTIFIED to ASSIGNED, FIX_PLANNED, CHANGED and VERIFIED. If the change did not help, it becomes
/// NOT_EFFECTIVE and is assigned again.
/// </summary>
[By(Role.Agency)]
public sealed record OpenSystemicProblem : Verb<SystemicProblem>
{
    /// <summary>The id of the agency whose process causes the problem.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>
    /// The id of the agency's complaint category that led to it; left out if the problem was found in another way.
    /// </summary>
    public Id<ComplaintCategory>? CategoryId { get; init; }

    /// <summary>The problem in a few words.</summary>
    [MaxLength(SystemicProblem.LongestTitle)]
    public required string Title { get; init; }

    /// <summary>Whom the problem affects, how, and what is known about its cause.</summary>
    [MaxLength(SystemicProblem.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The day on which the agency recognized the problem, not in the future.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>
    /// The person or group responsible for solving the problem. If given, the problem is ASSIGNED at once.
    /// </summary>
    [MaxLength(SystemicProblem.LongestOwner)]
    public string? Owner { get; init; }

    /// <inheritdoc/>
    public override async Task<SystemicProblem?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.HasCome(FoundOn, work.Today, nameof(FoundOn));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var category = await CategoryAsync(this, agency, work, cancellationToken);
        if (!work.IsGood)
            return null;

        var problem = new SystemicProblem(agency.Id, category, Title, Description, FoundOn);
        if (Owner is { } owner)
            problem.Assign(owner);
        work.Db.Add(problem);
        work.Announce(FeedKind.SystemicProblemOpened, problem);
        return problem;
    }

    private static async Task<ComplaintCategory?> CategoryAsync(
        OpenSystemicProblem input,
        Agency agency,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.CategoryId is not { } id)
            return null;

        var found = await work.Db.ComplaintCategories.SingleOrDefaultAsync(
            c => c.Id == id.Key && c.AgencyId == agency.Id,
            cancellationToken
        );
        if (found is null)
            work.Refuse(new RecordNotFound(), nameof(CategoryId));
        return found;
    }
}
