using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>A problem found behind individual complaints.</summary>
public sealed record OpenSystemicProblemInput : MutationInput
{
    /// <summary>The id of the agency whose process causes the problem.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>
    /// The id of the agency's category of complaints that led to it; left out when it was found in another way.
    /// </summary>
    [Id]
    public string? CategoryId { get; init; }

    /// <summary>The problem in a few words, 1–200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Whom it meets, how, and what is known of its cause, 1–4000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The day on which the agency recognized it; not in the future.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>
    /// The person or group that answers for solving it, at most 200 characters; with one the problem is ASSIGNED at
    /// once.
    /// </summary>
    public string? Owner { get; init; }
}

/// <summary>The problem, or why it was refused.</summary>
public sealed record OpenSystemicProblemPayload : Payload
{
    /// <summary>The new problem; null when it was refused or only checked.</summary>
    public SystemicProblem? SystemicProblem { get; init; }
}

/// <summary>Action 4: an agency identifies a problem that is to be solved systemically.</summary>
public sealed class OpenSystemicProblem
{
    /// <summary>
    /// Opens a problem that an agency has found behind individual complaints, to be solved "quickly and systemically"
    /// (action 4). It goes from IDENTIFIED to ASSIGNED, FIX_PLANNED and CHANGED, and is then VERIFIED or found
    /// NOT_EFFECTIVE.
    /// </summary>
    /// <param name="input">Which problem.</param>
    [Role(Roles.Submit)]
    public static Task<OpenSystemicProblemPayload> OpenSystemicProblemAsync(
        OpenSystemicProblemInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            problem => new OpenSystemicProblemPayload { SystemicProblem = problem },
            session => OpenAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<SystemicProblem?> OpenAsync(
        OpenSystemicProblemInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Title, 200, "title");
        check.Text(input.Description, 4000, "description");
        check.Text(input.Owner, 200, "owner");
        check.HasCome(input.FoundOn, session.Today, "foundOn");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var category = await CategoryAsync(input, agency, session, cancellationToken);
        if (!check.IsGood)
            return null;

        var problem = new SystemicProblem(agency.Id, category, input.Title, input.Description, input.FoundOn);
        if (input.Owner is { } owner)
            problem.Assign(owner);
        session.Db.Add(problem);
        session.Announce(FeedKind.SystemicProblemOpened, problem);
        return problem;
    }

    private static async Task<ComplaintCategory?> CategoryAsync(
        OpenSystemicProblemInput input,
        Agency agency,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.CategoryId is not { } id)
            return null;

        var found = NodeId.KeyOf(nameof(ComplaintCategory), id) is { } key
            ? await session.Db.ComplaintCategories.SingleOrDefaultAsync(
                c => c.Id == key && c.AgencyId == agency.Id,
                cancellationToken
            )
            : null;
        if (found is null)
            session.Input.Refuse(new RecordNotFound(session.Input.Path("categoryId")));
        return found;
    }
}
