namespace Cwa.Model;

/// <summary>Who spoke for which agency on which day.</summary>
public sealed class Designations
{
    private readonly Dictionary<Guid, Agency> _agencies;
    private readonly ILookup<Guid, Liaison> _liaisons;

    /// <summary>The designations of these agencies; an agency above that is not among them covers nothing.</summary>
    public Designations(IEnumerable<Agency> agencies, IEnumerable<Liaison> liaisons)
    {
        _agencies = agencies.ToDictionary(a => a.Id);
        _liaisons = liaisons.OrderBy(l => l.DesignatedOn).ToLookup(l => l.AgencyId);
    }

    /// <summary>The agency's own designations, the earliest first.</summary>
    public IEnumerable<Liaison> Of(Guid agencyId) => _liaisons[agencyId];

    /// <summary>The agency's own liaison on the day; null when it has none.</summary>
    public Liaison? Own(Guid agencyId, DateOnly day) => _liaisons[agencyId].FirstOrDefault(l => l.ServesOn(day));

    /// <summary>The agencies above, the nearest first.</summary>
    public IEnumerable<Agency> Above(Agency agency)
    {
        while (agency.ParentId is { } id && _agencies.TryGetValue(id, out var parent))
            yield return agency = parent;
    }

    /// <summary>
    /// The day's liaison of the nearest agency above that covers its components; null when none does.
    /// </summary>
    public Liaison? Covering(Agency agency, DateOnly day) =>
        Above(agency)
            .Select(a =>
                _liaisons[a.Id].FirstOrDefault(l => l.ServesOn(day) && l.Coverage == Coverage.SelfAndComponents)
            )
            .FirstOrDefault(l => l is not null);

    /// <summary>
    /// The liaison who speaks for the agency on the day: its own, else that of the nearest agency above that covers its
    /// components; null when nobody does.
    /// </summary>
    public Liaison? SpeakingFor(Agency agency, DateOnly day) => Own(agency.Id, day) ?? Covering(agency, day);

    /// <summary>
    /// The day's liaison nearest to the agency: its own, else that of the nearest agency above, whether or not the
    /// designation covers components; null when there is none.
    /// </summary>
    public Liaison? Nearest(Agency agency, DateOnly day) =>
        Above(agency).Prepend(agency).Select(a => Own(a.Id, day)).FirstOrDefault(l => l is not null);

    /// <summary>
    /// The latest end, by that day, of a designation that covered the agency; null when none has ended.
    /// </summary>
    public DateOnly? LastEnd(Agency agency, DateOnly day) =>
        Of(agency.Id)
            .Concat(Above(agency).SelectMany(a => Of(a.Id)).Where(l => l.Coverage == Coverage.SelfAndComponents))
            .Where(l => l.EndedOn <= day)
            .Max(l => l.EndedOn);
}
