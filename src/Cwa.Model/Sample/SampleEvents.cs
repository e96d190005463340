namespace Cwa.Model;

/// <summary>The events of one month's report, what each revision said about them, and what became of them.</summary>
internal sealed class SampleEvents(SampleAgency sample, ReportMonth month, IReadOnlyList<SampleRevision> revisions)
{
    private const int HeldAMonth = 2;

    private readonly SampleRandom _random = sample.Random($"events {month}");

    public IEnumerable<object> Records()
    {
        // An event shows the newest accepted revision or, until one is accepted, the newest of all.
        var teller =
            revisions.LastOrDefault(revision => revision.Report.Status == MonthlyReportStatus.Accepted)
            ?? revisions[^1];
        var tellings = new Dictionary<Guid, (SampleRevision First, SampleRevision Telling, SampleListing Listing)>();
        foreach (var revision in revisions)
        {
            foreach (var listing in revision.Listings)
            {
                if (!tellings.TryGetValue(listing.EventId, out var known))
                    tellings.Add(listing.EventId, (revision, revision, listing));
                else if (known.Telling != teller)
                    tellings[listing.EventId] = (known.First, revision, listing);
            }
        }

        var held = 0;
        foreach (var (first, telling, listing) in tellings.Values)
        {
            var @event = new Event(
                telling.Report,
                listing.Facts,
                listing.CoHostIds,
                listing.EventId,
                first.Report.RecordedAt
            );
            var outcomes = telling.Report.Status switch
            {
                MonthlyReportStatus.Accepted => Outcomes(@event, telling.Report),
                MonthlyReportStatus.Amended => [LeftOut(@event, teller.Report)],
                _ => [],
            };
            if (@event.Status == EventStatus.Held && held++ < HeldAMonth)
                sample.Held.Add(@event);

            yield return @event;
            foreach (var outcome in outcomes)
                yield return outcome;
        }

        foreach (var revision in revisions)
        {
            foreach (var (position, listing) in revision.Listings.Index())
                yield return Said(revision, position, listing);
            if (revision is { Report.Status: MonthlyReportStatus.Returned, Listings: not [] })
                yield return Remark(revision);
        }
    }

    private EventRemark Remark(SampleRevision revision)
    {
        var random = sample.Random($"remark {month} {revision.Report.Revision}");
        var position = random.Next(revision.Listings.Count);
        var at = revision.Report.DecisionRecordedAt!.Value;
        return new(
            revision.Report,
            revision.Listings[position].EventId,
            position,
            random.Pick(SamplePhrases.Remarks),
            sample.Id(at, $"remark {month} {revision.Report.Revision}"),
            at
        );
    }

    private EventRevision Said(SampleRevision revision, int position, SampleListing listing) =>
        new(
            listing.EventId,
            revision.Report,
            position,
            listing.Facts,
            listing.CoHostIds,
            sample.Id(revision.Report.RecordedAt, $"said {listing.EventId} {revision.Report.Revision}"),
            revision.Report.RecordedAt
        );

    private EventOutcome LeftOut(Event @event, MonthlyReport amendment)
    {
        var at = amendment.DecidedAt!.Value;
        return @event.Cancel(
            "Left out of the amended report.",
            at,
            sample.Spokesperson,
            OutcomeId(@event, at, "cancelled"),
            at
        );
    }

    private List<object> Outcomes(Event @event, MonthlyReport report)
    {
        var roll = _random.Next(100);
        return roll switch
        {
            < 4 => Cancelled(@event, report),
            < 8 => Postponed(@event, report),
            < 87 => Held(@event, report),
            _ => [],
        };
    }

    private List<object> Cancelled(Event @event, MonthlyReport report)
    {
        if (BeforeStart(@event, report) is not { } at)
            return [];

        var reason = _random.Pick(SamplePhrases.CancelReasons);
        return [@event.Cancel(reason, at, sample.Spokesperson, OutcomeId(@event, at, "cancelled"), at)];
    }

    private List<object> Postponed(Event @event, MonthlyReport report)
    {
        if (BeforeStart(@event, report) is not { } at)
            return [];

        var days = @event.EndsOn.DayNumber - @event.StartsOn.DayNumber;
        var startsOn = _random.Chance(75) ? @event.StartsOn.AddDays(_random.Between(14, 90)) : (DateOnly?)null;
        var postponed = @event.Postpone(
            _random.Pick(SamplePhrases.PostponeReasons),
            startsOn,
            startsOn?.AddDays(days),
            at,
            sample.Spokesperson,
            OutcomeId(@event, at, "postponed"),
            at
        );
        return startsOn is not null && _random.Chance(60) ? [postponed, .. Held(@event, report)] : [postponed];
    }

    private List<object> Held(Event @event, MonthlyReport report)
    {
        var day = Later(
            @event.EndsOn.AddDays(_random.Between(1, 10)),
            Washington.DateOf(report.DecidedAt!.Value).AddDays(3)
        );
        var at = SampleAgency.OfficeHour(day, _random);
        var confirmedOn = Washington.DateOf(at);
        if (confirmedOn < @event.EndsOn || !sample.IsPast(confirmedOn))
            return [];

        var form = SampleFormats.Of(@event.Format!.Value);
        var attendance = _random.Chance(88) ? Attendance(@event.ExpectedReach ?? form.MinReach) : (int?)null;
        CountMethod? method =
            attendance is null ? null
            : form.Medium == Medium.FaceToFace && _random.Chance(80) ? CountMethod.Counted
            : CountMethod.Estimated;
        var held = @event.Confirm(
            confirmedOn,
            attendance,
            method,
            at,
            sample.Spokesperson,
            OutcomeId(@event, at, "held"),
            at
        );
        return @event.Format == EventFormat.ProblemSolvingDay && _random.Chance(90)
            ? [held, Solved(@event, at)]
            : [held];
    }

    private ProblemSolvingOutcome Solved(Event @event, DateTime at)
    {
        // Of those who were there, some only listened.
        var (appointments, walkIns) = @event.Attendance is { } there
            ? (Part(there, _random.Between(35, 60)), Part(there, _random.Between(10, 35)))
            : (_random.Between(20, 260), _random.Between(5, 180));
        var byPhone = _random.Between(0, 60);
        var opened = (appointments + walkIns) * _random.Between(60, 95) / 100;
        return new(
            @event,
            appointments,
            walkIns,
            byPhone,
            opened,
            opened * _random.Between(35, 98) / 100,
            [.. sample.Theme.Complaints.Take(_random.Between(1, 3)).Select(complaint => complaint.Name)],
            OutcomeId(@event, at, "solved"),
            at
        );
    }

    private static int Part(int of, int percent) => (int)((long)of * percent / 100);

    // A few are far from what was expected: that is stored and shown, with a warning.
    private int Attendance(int expected) =>
        (int)((long)expected * (_random.Chance(3) ? _random.Between(300, 700) : _random.Between(40, 130)) / 100);

    private DateTime? BeforeStart(Event @event, MonthlyReport report)
    {
        var day = Later(
            @event.StartsOn.AddDays(-_random.Between(1, 6)),
            Washington.DateOf(report.DecidedAt!.Value).AddDays(3)
        );
        var at = SampleAgency.OfficeHour(day, _random);
        return sample.IsPast(Washington.DateOf(at)) ? at : null;
    }

    private Guid OutcomeId(Event @event, DateTime at, string name) => sample.Id(at, $"{name} {@event.Id}");

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
