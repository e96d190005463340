namespace Cwa.Model;

/// <summary>
/// Declares how many customers an agency serves in all, from a day on (action 3). Figures "per 1,000 customers" and the
/// scorecard use the number that holds on their day.
/// </summary>
[By(Role.Agency)]
public sealed record DeclareCustomerBase : CustomerBaseVerb
{
    /// <summary>The id of the agency that serves them.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<CustomerBase?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency
            || await SaidAsync(agency.Id, corrected: null, work, cancellationToken) is not { } declared
        )
            return null;

        work.Db.Add(declared);
        work.Announce(FeedKind.CustomerBaseDeclared, declared);
        return declared;
    }
}
