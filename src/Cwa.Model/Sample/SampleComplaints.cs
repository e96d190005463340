namespace Cwa.Model;

/// <summary>
/// Complaint processes, their categories, and monthly figures until October. Some agencies have none.
/// </summary>
/// <remarks>
/// All figures balance. Some months open with a restated number, some lack a count or a median, and some were
/// corrected.
/// </remarks>
internal static class SampleComplaints
{
    private static readonly Channel[] Channels = [Channel.Telephone, Channel.Mail, Channel.InPerson];

    private static readonly string[] Descriptions =
    [
        "A complaint gets a number when it comes, an answer from a named person, and a place in the figures.",
        "Whoever hears a complaint writes it down, answers it or finds who can, and calls back within two days.",
        "Complaints go to one desk, which answers them, keeps the file, and tells managers each month what recurs.",
        "Field offices settle what they can on the spot. The rest goes to a review team with a deadline.",
        "Letters, calls and visits enter one log. A second reader looks at every answer that the customer disputes.",
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        var random = sample.Random("complaints");
        if (
            !random.Chance(
                sample.Agency.HighImpact ? 92
                : sample.Agency.Directive == DirectiveStanding.Directed ? 62
                : 38
            )
        )
            yield break;

        // Most were set up after the order of 1993 on customer service, some only because of the memorandum.
        var inPlaceOn =
            sample.Agency.HighImpact || random.Chance(75)
                ? new DateOnly(1994, 10, 3).AddDays(random.Next(1200))
                : new DateOnly(1998, 1, 5).AddDays(random.Next(250));
        if (!sample.IsPast(inPlaceOn) || !sample.Agency.IsActiveOn(Later(inPlaceOn, Agency.DirectiveDay)))
            yield break;

        if (random.Chance(10))
        {
            var earlier = Establish(sample, random, new DateOnly(1994, 6, 6), "earlier ");
            earlier.Replace(inPlaceOn);
            yield return earlier;
        }

        yield return sample.Process = Establish(sample, random, inPlaceOn);
        foreach (var complaint in sample.Theme.Complaints)
        {
            var at = sample.Process.RecordedAt;
            var category = new ComplaintCategory(
                sample.Agency.Id,
                complaint.Name,
                complaint.Top,
                sample.Id(at, $"category {complaint.Name}"),
                at
            );
            sample.Categories.Add(category);
            yield return category;
        }

        if (HasCategories(sample.Agency))
            sample.Remedies.AddRange(SampleRemedy.Of(sample, FirstMonth(sample.Process)));
        foreach (var metric in Metrics(sample, random))
            yield return metric;
    }

    private static ComplaintProcess Establish(SampleAgency sample, SampleRandom random, DateOnly on, string which = "")
    {
        var at = SampleAgency.OfficeHour(on, random);
        var process = new ComplaintProcess(
            sample.Agency.Id,
            SampleAgency.Marked(random.Pick(Descriptions)),
            random.Chance(70) ? [.. Channels, Channel.Email] : Channels,
            $"Office of Customer Service, {sample.Agency.Abbreviation}",
            random.Pick([10, 15, 20, 30]),
            on,
            sample.Id(at, $"{which}complaint process"),
            at
        );
        sample.Announce(FeedKind.ComplaintProcessEstablished, process.Id, at);
        return process;
    }

    private static List<ComplaintMetric> Metrics(SampleAgency sample, SampleRandom random)
    {
        var firstMonth = FirstMonth(sample.Process!);
        var lastMonth = ReportMonth.Of(sample.Today).Previous;
        var metrics = new List<ComplaintMetric>();
        var lines = Lines(sample, random).ToList();
        var isTardy = sample.Remedies is [] && random.Chance(30);
        foreach (var month in firstMonth.Through(lastMonth))
        {
            var at = SampleAgency.OfficeHour(month.Next.FirstDay.AddDays(random.Between(4, 14)), random);
            if (
                !sample.IsPast(Washington.DateOf(at))
                || !sample.Agency.IsActiveIn(month)
                || isTardy && random.Chance(25)
            )
                continue;

            var reported = lines.Select(line => line.In(month, at)).ToList();
            sample.Announce(FeedKind.ComplaintMetricsReported, reported[0].Id, at);
            metrics.AddRange(reported);

            var correctedAt = at.AddDays(random.Between(2, 20));
            if (random.Chance(5) && sample.IsPast(Washington.DateOf(correctedAt)))
            {
                var corrected = Correct(sample, reported[0], correctedAt);
                sample.Announce(FeedKind.ComplaintMetricsReported, corrected.Id, correctedAt);
                metrics.Add(corrected);
            }
        }

        return metrics;
    }

    // The busiest agencies give figures by category and channel, others by category, the smallest one total.
    private static IEnumerable<SampleComplaintLine> Lines(SampleAgency sample, SampleRandom random)
    {
        if (!HasCategories(sample.Agency))
            return [new(null, null, null, random.Between(3, 60), sample, random)];

        var received = sample.Agency.HighImpact
            ? (int)(Math.Sqrt(SampleServiceAreas.CustomerBase(sample.Agency)!.Value) / 2) + 150
            : random.Between(40, 700);
        (Channel? Channel, int Percent)[] channels = sample.Agency.HighImpact
            ? [(Channel.Telephone, 55), (Channel.Mail, 30), (Channel.InPerson, 15)]
            : [(null, 100)];
        return sample
            .Categories.Zip([50, 30, 20])
            .SelectMany(
                _ => channels,
                (category, channel) =>
                    new SampleComplaintLine(
                        category.First,
                        channel.Channel,
                        sample.Remedies.Find(remedy => sample.Categories[remedy.Category] == category.First),
                        received * category.Second * channel.Percent / 10_000,
                        sample,
                        random
                    )
            );
    }

    private static bool HasCategories(Agency agency) =>
        agency.HighImpact || agency.Directive == DirectiveStanding.Directed;

    private static ReportMonth FirstMonth(ComplaintProcess process) =>
        ReportMonth.Of(Later(process.InPlaceOn, Agency.DirectiveDay));

    /// <summary>
    /// Figures with one complaint more, received and still pending. The next month's opening number stays as it was.
    /// </summary>
    private static ComplaintMetric Correct(SampleAgency sample, ComplaintMetric metric, DateTime at) =>
        metric.Revise(
            new()
            {
                PendingStart = metric.PendingStart,
                Received = metric.Received + 1,
                Resolved = metric.Resolved,
                PendingEnd = metric.PendingEnd + 1,
                WithinTarget = metric.WithinTarget,
                CountsMissing = metric.CountsMissing,
                MedianDays = metric.MedianDays,
                MedianDaysMissing = metric.MedianDaysMissing,
            },
            sample.Id(at, $"correction {metric.Id}"),
            at
        );

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
