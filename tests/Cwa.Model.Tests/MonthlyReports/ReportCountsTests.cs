using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>How months are counted, over random governments, designations, chains of revisions and days.</summary>
public sealed class ReportCountsTests
{
    private static readonly ReportMonth Month = Samples.April;
    private static readonly DateOnly DueOn = new(1998, 3, 31),
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

    [Fact]
    public void Each_expected_agency_counts_once_in_exactly_one_status() =>
        Governments(
            (reports, agencies, asOf) =>
            {
                var stand = agencies.Select(a => reports.Of(a.Agency, Month)!).ToList();
                var counts = new ReportCounts(stand);
                var asked = counts.Requested;

                return counts.Expected
                        == counts.Missing + counts.Draft + counts.Submitted + counts.Accepted + counts.Returned
                    && asked.Asked
                        == asked.NotReported + asked.Draft + asked.Submitted + asked.Accepted + asked.Returned
                    && counts.Expected + counts.Excused
                        == agencies.Count(a => a.Agency.Directive == DirectiveStanding.Directed)
                    && asked.Asked + asked.Excused
                        == agencies.Count(a => a.Agency.Directive == DirectiveStanding.Requested)
                    && counts.Late <= counts.Submitted + counts.Accepted + counts.Returned
                    && counts.Overdue == counts.OverdueMissing + counts.OverdueDraft + counts.OverdueReturned
                    && counts.OverdueMissing <= counts.Missing
                    && counts.OverdueDraft <= counts.Draft
                    && counts.OverdueReturned <= counts.Returned
                    && (asOf > DueOn || counts is { Late: 0, Overdue: 0 });
            }
        );

    [Fact]
    public void A_month_has_the_status_of_the_newest_revision_submitted_by_then() =>
        Governments(
            (reports, agencies, asOf) =>
                agencies.All(a =>
                {
                    var newest = a.Sent.Where(r => Washington.DateOf(r.SubmittedAt) <= asOf).MaxBy(r => r.Revision);
                    var state = reports.Of(a.Agency, Month)!.State;
                    if (newest is null)
                        return state
                            is ReportState.Missing
                                or ReportState.NotReported
                                or ReportState.Draft
                                or ReportState.Excused;

                    var decided = newest.DecidedAt is { } at && Washington.DateOf(at) <= asOf;
                    return state
                        == (
                            !decided ? ReportState.Submitted
                            : newest.Returned ? ReportState.Returned
                            : ReportState.Accepted
                        );
                })
        );

    [Fact]
    public void Lateness_is_that_of_the_first_accepted_revision_whatever_amendments_follow() =>
        Governments(
            (reports, agencies, asOf) =>
                agencies.All(a =>
                {
                    var accepted = a
                        .Sent.Where(r => r is { Returned: false, DecidedAt: { } at } && Washington.DateOf(at) <= asOf)
                        .MinBy(r => r.Revision);
                    var stands = reports.Of(a.Agency, Month)!;
                    if (stands.Duty != ReportDuty.Owed || stands.IsRequested)
                        return !stands.Late && !stands.Overdue;

                    return accepted is null
                        || (stands.Late == Washington.DateOf(accepted.SubmittedAt) > DueOn && !stands.Overdue);
                })
        );

    [Fact]
    public void An_excused_agency_has_submitted_nothing_and_has_no_liaison_of_its_own() =>
        Governments(
            (reports, agencies, asOf) =>
                agencies
                    .Where(a => reports.Of(a.Agency, Month)!.State == ReportState.Excused)
                    .All(a =>
                        a.Agency.ParentId is not null
                        && !a.Sent.Any(r => Washington.DateOf(r.SubmittedAt) <= asOf)
                        && !(a.Liaison is { } own && own.ServesOn(asOf < DueOn ? asOf : DueOn))
                    )
        );

    [Fact]
    public void A_report_is_expected_before_its_month_begins()
    {
        var agency = Samples.Agency();
        var reports = new ReportsOnDay(new(1998, 3, 10), new([agency], []), new(), [], []);

        var counts = new ReportCounts([reports.Of(agency, new(1998, 12))!]);

        Assert.True(counts is { Expected: 1, Missing: 1, Overdue: 0 });
        Assert.Null(reports.Of(agency, new(1998, 2)));
        Assert.NotNull(reports.Of(agency, new(9999, 12)));
    }

    [Fact]
    public void A_component_that_reports_although_it_is_excused_is_expected_and_never_late_or_overdue()
    {
        var department = Samples.Agency();
        var bureau = Samples.Agency(department);
        Designations designations = new(
            [department, bureau],
            [Samples.Liaison(department, coverage: Coverage.SelfAndComponents)]
        );
        var late = new ReportRevision
        {
            Id = Guid.NewGuid(),
            AgencyId = bureau.Id,
            Month = Month,
            Revision = 1,
            SubmittedAt = Washington.At(new(1998, 4, 9), TimeOnly.MinValue),
        };
        var returned = late with { DecidedAt = Washington.At(new(1998, 4, 10), TimeOnly.MinValue), Returned = true };

        var silent = Of();
        var reporting = Of(late);
        var sentBack = Of(returned);

        Assert.Equal((ReportState.Excused, department), (silent.State, silent.Department));
        Assert.True(new ReportCounts([silent]) is { Expected: 0, Excused: 1 });
        Assert.True(new ReportCounts([reporting]) is { Expected: 1, Submitted: 1, Excused: 0, Late: 0 });
        Assert.True(new ReportCounts([sentBack]) is { Expected: 1, Returned: 1, Overdue: 0 });

        AgencyReportingStatus Of(params ReportRevision[] sent) =>
            new ReportsOnDay(new(1998, 5, 1), designations, new(), sent, []).Of(bureau, Month)!;
    }

    [Fact]
    public void A_returned_amendment_of_an_accepted_report_is_not_overdue()
    {
        var agency = Samples.Agency();
        DateTime Noon(int day) => Washington.At(new(1998, 4, day), new(12, 0));
        var accepted = new ReportRevision
        {
            Id = Guid.NewGuid(),
            AgencyId = agency.Id,
            Month = Month,
            Revision = 1,
            SubmittedAt = Noon(1).AddDays(-5),
            DecidedAt = Noon(2),
        };
        var amendment = accepted with { Revision = 2, SubmittedAt = Noon(10), DecidedAt = Noon(12), Returned = true };

        var stands = new ReportsOnDay(new(1998, 5, 1), new([agency], []), new(), [amendment, accepted], []).Of(
            agency,
            Month
        )!;

        Assert.True(stands is { State: ReportState.Returned, Late: false, Overdue: false });
    }

    /// <summary>Checks a property of every random government.</summary>
    private static void Governments(Func<ReportsOnDay, IReadOnlyList<Made>, DateOnly, bool> holds) =>
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

    private sealed record Made(Agency Agency, Liaison? Liaison, IReadOnlyList<ReportRevision> Sent, bool HasDraft);

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
