namespace Cwa.Model;

/// <summary>
/// Records what an agency heard from its customers (action 1), at an event that it hosts, or in a survey or a program
/// of its own.
/// </summary>
[By(Role.Agency)]
public sealed record RecordFinding : FindingVerb
{
    /// <summary>The id of the agency that heard it.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<Finding?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency
            || await SaidAsync(agency.Id, corrected: null, work, cancellationToken) is not { } finding
        )
            return null;

        work.Db.Add(finding);
        work.Announce(FeedKind.FindingRecorded, finding);
        return finding;
    }
}
