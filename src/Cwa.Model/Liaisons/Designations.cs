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

    /// <summary>All whom the agency itself has designated, the earliest first.</summary>
    public IEnumerable<Liaison> Of(Guid agencyId) => _liaisons[agencyId];

    /// <summary>The agency's own liaison who serves on the day; null when there is none.</summary>
    public Liaison? Own(Guid agencyId, DateOnly day) => _liaisons[agencyId].FirstOrDefault(l => l.ServesOn(day));

    /// <summary>The agencies above, the nearest first.</summary>
    public IEnumerable<Agency> Above(Agency agency)
    {
        while (agency.ParentId is { } id && _agencies.TryGetValue(id, out var parent))
            yield return agency = parent;
    }

    /// <summary>
    /// The liaison of the nearest agency above who on the day serves for its components too; null when there is none.
    /// </summary>
    public Liaison? Covering(Agency agency, DateOnly day) =>
        Above(agency)
            .Select(a =>
                _liaisons[a.Id].FirstOrDefault(l => l.ServesOn(day) && l.Coverage == Coverage.SelfAndComponents)
            )
            .FirstOrDefault(l => l is not null);

    /// <summary>
    /// Who speaks for the agency on the day: its own liaison, else the one of the nearest agency above; null when
    /// nobody does.
    /// </summary>
    public Liaison? SpeakingFor(Agency agency, DateOnly day) => Own(agency.Id, day) ?? Covering(agency, day);

    /// <summary>
    /// When the last of those who spoke for the agency ended, on the day or before; null when nobody ever spoke for it.
    /// </summary>
    public DateOnly? LastEnd(Agency agency, DateOnly day) =>
        Of(agency.Id)
            .Concat(Above(agency).SelectMany(a => Of(a.Id)).Where(l => l.Coverage == Coverage.SelfAndComponents))
            .Where(l => l.EndedOn <= day)
            .Max(l => l.EndedOn);
}
