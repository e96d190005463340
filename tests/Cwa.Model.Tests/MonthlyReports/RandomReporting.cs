using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>Random governments with designations, chains of revisions and drafts.</summary>
internal static class RandomReporting
{
    public static readonly ReportMonth Month = Samples.April;
    public static readonly DateOnly DueOn = new(1998, 3, 31),
        First = new(1998, 3, 1);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 90].Select(First.AddDays);

    /// <summary>For each revision the days until it was submitted and decided, and whether it was returned.</summary>
    private static readonly Gen<(int SentAfter, int DecidedAfter, bool Returned)[]> Chains = Gen.Select(
        Gen.Int[0, 40],
        Gen.Int[1, 12],
        Gen.Bool,
        (sent, decided, returned) => (sent, decided, returned)
    ).Array[0, 4];

    private static readonly Gen<Place> Places = Gen.Select(
        Gen.Int[-1, 7],
        Gen.Bool,
        Gen.Bool,
        Chains,
        Gen.Select(Days, Gen.Int[0, 80], Gen.Bool, Gen.Bool),
        (parent, requested, draft, chain, liaison) =>
            new Place(
                parent,
                requested,
                draft,
                chain,
                liaison.Item3 ? (liaison.Item1, liaison.Item1.AddDays(liaison.Item2), liaison.Item4) : null
            )
    );

    private sealed record Place(
        int Parent,
        bool Requested,
        bool Draft,
        (int SentAfter, int DecidedAfter, bool Returned)[] Chain,
        (DateOnly From, DateOnly To, bool Covers)? Liaison
    );

    /// <summary>Checks a property of every random government.</summary>
    public static void Governments(Func<ReportsOnDay, IReadOnlyList<Made>, DateOnly, bool> holds) =>
        Gen.Select(Places.Array[1, 8], Days)
            .Sample(
                (places, asOf) =>
                {
                    var made = new List<Made>();
                    foreach (var place in places)
                        made.Add(Make(place, made));
                    return holds(
                        new ReportsOnDay(
                            asOf,
                            new(made.Select(m => m.Agency), made.Select(m => m.Liaison).OfType<Liaison>()),
                            new(),
                            made.SelectMany(m => m.Sent),
                            made.Where(m => m.HasDraft).Select(m => (m.Agency.Id, Month))
                        ),
                        made,
                        asOf
                    );
                }
            );

    public sealed record Made(Agency Agency, Liaison? Liaison, IReadOnlyList<ReportRevision> Sent, bool HasDraft);

    private static Made Make(Place place, IReadOnlyList<Made> before)
    {
        var parent =
            place.Parent >= 0 && place.Parent < before.Count && before[place.Parent].Agency is { Depth: < 3 } above
                ? above
                : null;
        var agency = new Agency(
            $"M{before.Count}",
            "An agency",
            AgencyKind.Bureau,
            parent,
            place.Requested ? DirectiveStanding.Requested : DirectiveStanding.Directed,
            "Made up"
        );
        Liaison? liaison = null;
        if (place.Liaison is { } given)
        {
            liaison = Samples.Liaison(
                agency,
                coverage: given.Covers ? Coverage.SelfAndComponents : Coverage.Self,
                designatedOn: given.From
            );
            liaison.End(given.To);
        }

        return new(agency, liaison, [.. Revisions(agency, place.Chain)], place.Draft);
    }

    // The next revision is submitted once the previous one is decided; the last may wait.
    private static IEnumerable<ReportRevision> Revisions(
        Agency agency,
        (int SentAfter, int DecidedAfter, bool Returned)[] chain
    )
    {
        var day = First;
        foreach (var (number, (sentAfter, decidedAfter, returned)) in chain.Index())
        {
            var sent = day.AddDays(sentAfter);
            day = sent.AddDays(decidedAfter);
            var waits = number == chain.Length - 1 && decidedAfter > 9;
            yield return new()
            {
                Id = Guid.CreateVersion7(),
                AgencyId = agency.Id,
                Month = Month,
                Revision = number + 1,
                SubmittedAt = Washington.At(sent, new(23, 30)),
                DecidedAt = waits ? null : Washington.At(day, new(0, 30)),
                Returned = !waits && returned,
            };
        }
    }
}
