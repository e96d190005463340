using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>The fields of an agency about its primary liaisons, and about those who speak for it (action 2).</summary>
public static class AgencyLiaisons
{
    /// <summary>
    /// The primary liaison whom the agency itself has designated (action 2); null if it has none at present.
    /// </summary>
    public static IDataLoaderResult<Liaison?> Liaison(Agency agency, OpenLiaisonByAgency liaisons) =>
        liaisons.Load(agency.Id);

    /// <summary>
    /// The primary liaison who speaks for the agency: its own, or else that of the nearest agency above it whose
    /// designation covers components. Null if there is neither.
    /// </summary>
    public static IDataLoaderResult<EffectiveLiaison?> EffectiveLiaison(Agency agency, SpeakersByAgency speakers) =>
        speakers.Load(agency.Id).Then(s => s.Effective);

    /// <summary>
    /// Whom to call if nobody speaks for the agency: its own liaison, or else that of the nearest agency above, whether
    /// or not the designation covers components; `liaison.agency` says whose. Null if there is none that you may see.
    /// </summary>
    public static IDataLoaderResult<Liaison?> NearestLiaison(Agency agency, SpeakersByAgency speakers) =>
        speakers.Load(agency.Id).Then(s => s.Nearest);

    /// <summary>
    /// The office of the primary liaison who speaks for the agency (action 2), for everyone to read. Null if nobody
    /// speaks for it, or if no office was given. Whom to call there is for agencies and NPR: see `effectiveLiaison`.
    /// </summary>
    public static IDataLoaderResult<string?> LiaisonOffice(Agency agency, LiaisonOfficeByAgency offices) =>
        offices.Load(agency.Id);

    /// <summary>All designations of primary liaisons, past and current.</summary>
    public static IDataLoaderResult<Connection<Liaison>> Liaisons(Agency agency, Page<Liaison> page) =>
        page.Of(agency.Id, l => l.AgencyId);
}
