namespace Cwa.Model;

/// <summary>
/// One agency's report for one month in all its revisions: on time, late, nil, returned, amended, a draft or missing.
/// </summary>
internal sealed class SampleMonth(SampleAgency sample, ReportMonth month)
{
    private static readonly ReportingCalendar Calendar = new();

    private readonly SampleRandom _random = sample.Random($"report {month}");
    private readonly List<SampleRevision> _revisions = [];
    private int _named;

    public IEnumerable<object> Records()
    {
        if (SubmissionDay() is not { } day || !sample.IsPast(day))
            return Draft();

        SubmitAndDecide(day);
        return
        [
            .. _revisions.Select(revision => revision.Report),
            .. Audits(),
            .. new SampleEvents(sample, month, _revisions).Records(),
        ];
    }

    private DateOnly? SubmissionDay()
    {
        var due = Calendar.DueOn(month);
        var reliability = sample.Traits.Reliability;
        var roll = _random.Next(100);
        var lead = _random.Between(0, month == ReportingCalendar.FirstMonth ? 8 : 24);
        var delay = _random.Between(2, 16);
        if (roll >= reliability + (100 - reliability) * 6 / 10)
            return null;

        // An agency without a liaison does not report yet.
        var day = SampleAgency.WorkingDay(roll < reliability ? due.AddDays(-lead) : due.AddDays(delay));
        var firstDay = sample.Traits.DesignatedOn ?? ReportingCalendar.FirstDueDay;
        return firstDay > month.LastDay ? null
            : day > firstDay ? day
            : firstDay;
    }

    private IEnumerable<object> Draft()
    {
        // Nobody drafts a report that is due more than a month ahead, or one for a month that is over.
        if (month.LastDay < sample.Today || Calendar.DueOn(month) > sample.Today.AddDays(30) || _random.Chance(55))
            yield break;

        var at = SampleAgency.OfficeHour(sample.Today.AddDays(-_random.Between(1, 8)), _random);
        var listings = Plan(at);
        var draft = new MonthlyReport(sample.Agency.Id, month, sample.Id(at, $"draft {month}"), at);
        draft.Write(listings.Count, nil: false);
        yield return draft;
        foreach (var (position, listing) in listings.Index())
        {
            yield return new DraftEvent(
                draft,
                position,
                listing.Facts,
                listing.CoHostIds,
                listing.EventId,
                sample.Id(at, $"draft {month} {position}"),
                at
            );
        }
    }

    private void SubmitAndDecide(DateOnly day)
    {
        var at = SampleAgency.OfficeHour(day, _random);
        var isNil = _random.Chance(sample.Agency.HighImpact ? 2 : 9);
        var first = Submit(isNil ? [] : Plan(at), at);

        var isReturned = _random.Chance(isNil ? 0 : 7);
        if (DecisionAfter(first) is not { } decidedAt)
            return;
        if (!isReturned)
        {
            Accept(first, decidedAt);
            return;
        }

        first.Report.Return(decidedAt, SamplePhrases.Reviewer, _random.Pick(SamplePhrases.ReturnReasons), decidedAt);
        sample.Announce(FeedKind.MonthlyReportReturned, first.Report.Id, decidedAt);
        var againAt = decidedAt.AddDays(_random.Between(2, 7));
        if (_random.Chance(10) || !IsPast(againAt))
            return;

        var second = Submit(
            [.. first.Listings.Select(listing => _random.Chance(40) ? Changed(listing) : listing)],
            againAt
        );
        if (DecisionAfter(second) is { } acceptedAt)
            Accept(second, acceptedAt);
    }

    private void Accept(SampleRevision revision, DateTime at)
    {
        revision.Report.Accept(at, SamplePhrases.Reviewer, at);
        sample.Announce(FeedKind.MonthlyReportAccepted, revision.Report.Id, at);

        var amendedAt = at.AddDays(_random.Between(3, 25));
        if (
            !_random.Chance(9)
            || revision.Listings is []
            || !IsPast(amendedAt)
            || Washington.DateOf(amendedAt) > month.LastDay
        )
            return;

        var amendment = Submit(
            Amended(revision.Listings, amendedAt),
            amendedAt,
            _random.Pick(SamplePhrases.AmendReasons)
        );
        if (DecisionAfter(amendment) is not { } decidedAt)
            return;
        if (_random.Chance(20))
        {
            amendment.Report.Return(
                decidedAt,
                SamplePhrases.Reviewer,
                _random.Pick(SamplePhrases.ReturnReasons),
                decidedAt
            );
            sample.Announce(FeedKind.MonthlyReportReturned, amendment.Report.Id, decidedAt);
            return;
        }

        revision.Report.Amend(decidedAt);
        amendment.Report.Accept(decidedAt, SamplePhrases.Reviewer, decidedAt);
        sample.Announce(FeedKind.MonthlyReportAccepted, amendment.Report.Id, decidedAt);
    }

    private SampleRevision Submit(List<SampleListing> listings, DateTime at, string? reason = null)
    {
        var number = _revisions.Count + 1;
        var report = new MonthlyReport(sample.Agency.Id, month, sample.Id(at, $"report {month} {number}"), at);
        report.Write(listings.Count, nil: listings is []);
        report.Submit(number, at, sample.Spokesperson, reason, at);
        sample.Announce(FeedKind.MonthlyReportSubmitted, report.Id, at);

        var revision = new SampleRevision(report, listings);
        _revisions.Add(revision);
        return revision;
    }

    /// <summary>When NPR decided on a revision; null while it has not.</summary>
    private DateTime? DecisionAfter(SampleRevision revision)
    {
        var days = _random.Chance(92) ? _random.Between(1, 6) : _random.Between(12, 40);
        var at = revision.Report.SubmittedAt!.Value.AddDays(days);
        return IsPast(at) ? at : null;
    }

    private List<SampleListing> Plan(DateTime at)
    {
        var count = sample.Traits.EventsAMonth * sample.Scale * _random.Between(75, 125) / 100;
        if (month == ReportingCalendar.FirstMonth)
            count = count * 6 / 10;
        return [.. Enumerable.Range(0, Math.Max(1, count)).Select(_ => New(at))];
    }

    private SampleListing New(DateTime at)
    {
        var conversation = SampleConversation.Of(sample, _random);
        var facts = conversation.On(Day(), _random);
        return new(sample.Id(at, $"event {month} {_named++}"), conversation, facts, CoHosts(facts));
    }

    private List<SampleListing> Amended(IReadOnlyList<SampleListing> listings, DateTime at)
    {
        var amended = listings.Select(listing => _random.Chance(10) ? Changed(listing) : listing).ToList();
        if (amended.Count > 2 && _random.Chance(40))
            amended.RemoveAt(_random.Next(amended.Count));
        if (_random.Chance(60))
            amended.Add(New(at));
        return amended;
    }

    private SampleListing Changed(SampleListing listing) =>
        listing with
        {
            Facts = listing.Conversation.On(Day(), _random),
        };

    private IReadOnlyList<Guid> CoHosts(EventFacts facts)
    {
        if (facts.Medium != Medium.FaceToFace || !_random.Chance(7))
            return [];

        var partner = _random.Pick(sample.Partners);
        return partner.Id != sample.Agency.Id && partner.IsActiveOn(facts.StartsOn) ? [partner.Id] : [];
    }

    /// <summary>A day of the month on which the agency is active.</summary>
    private DateOnly Day()
    {
        var first = month == ReportingCalendar.FirstMonth ? ReportingCalendar.FirstDueDay : month.FirstDay;
        var last = sample.Agency.ActiveTo is { } end && end <= month.LastDay ? end.AddDays(-1) : month.LastDay;
        return SampleDays.Pick(first, last, _random);
    }

    private bool IsPast(DateTime at) => sample.IsPast(Washington.DateOf(at));

    private IEnumerable<AuditEntry> Audits() =>
        _revisions
            .Select(revision => revision.Report)
            .Select(report =>
                sample.Audit(
                    "submitMonthlyReport",
                    nameof(MonthlyReport),
                    report.Id,
                    $$"""{"month":"{{month}}","revision":{{report.Revision}},"events":{{report.EventCount}}}""",
                    report.RecordedAt
                )
            );
}

/// <summary>A submitted revision of a report of the sample, and what it lists.</summary>
internal sealed record SampleRevision(MonthlyReport Report, IReadOnlyList<SampleListing> Listings);
