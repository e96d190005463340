using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Liaisons;

/// <summary>Who speaks for which agency.</summary>
[Operation("liaisons")]
public sealed record LiaisonsData(LiaisonPage Liaisons, WithoutPage Agencies, VacancyList Attention, AgencyCount Every)
{
    /// <summary>An entry for each agency, by its name. One that is spoken for above is no vacancy.</summary>
    internal IReadOnlyList<PhoneEntry> Entries =>
        [
            .. Liaisons
                .Nodes.Select(own => new PhoneEntry(own.Agency.Abbreviation, own.Agency.Name, Speaker.Own, own.Person)
                {
                    SpeaksForComponents = own.Coverage == "SELF_AND_COMPONENTS",
                })
                .Concat(
                    Agencies
                        .Nodes.Select(agency =>
                            agency.EffectiveLiaison is { } above
                                ? new PhoneEntry(agency.Abbreviation, agency.Name, Speaker.Above, above.Liaison)
                                {
                                    Of = above.InheritedFrom?.Abbreviation,
                                }
                                : null
                        )
                        .OfType<PhoneEntry>()
                )
                .Concat(
                    from vacancy in Attention.Items
                    select new PhoneEntry(
                        vacancy.Agency.Abbreviation,
                        vacancy.Agency.Name,
                        Speaker.Nobody,
                        vacancy.NearestLiaison?.Person
                    )
                    {
                        Of = vacancy.NearestLiaison?.Agency.Abbreviation,
                        IsAsked = vacancy.Agency.Directive == "REQUESTED",
                    }
                )
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase),
        ];
}

public sealed record LiaisonPage(IReadOnlyList<OwnLiaison> Nodes);

public sealed record OwnLiaison(
    string Name,
    string? Title,
    string? Office,
    string? Phone,
    string? Email,
    string Coverage,
    LiaisonAgency Agency
)
{
    internal Person Person => new(Name, Title, Office, Phone, Email);
}

public sealed record LiaisonAgency(string Abbreviation, string Name);

public sealed record WithoutPage(IReadOnlyList<AgencyWithout> Nodes);

public sealed record AgencyWithout(string Abbreviation, string Name, SpeakerAbove? EffectiveLiaison);

public sealed record SpeakerAbove(AgencyAbove? InheritedFrom, Person Liaison);

public sealed record AgencyAbove(string Abbreviation);

public sealed record VacancyList(IReadOnlyList<Vacancy> Items);

public sealed record Vacancy(VacantAgency Agency, NearestLiaison? NearestLiaison);

public sealed record VacantAgency(string Abbreviation, string Name, string Directive);

public sealed record NearestLiaison(
    string Name,
    string? Title,
    string? Office,
    string? Phone,
    string? Email,
    AgencyAbove Agency
)
{
    internal Person Person => new(Name, Title, Office, Phone, Email);
}

/// <summary>Whom to call.</summary>
public sealed record Person(string Name, string? Title, string? Office, string? Phone, string? Email);
