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

        var inPlaceOn = new DateOnly(1998, 1, 5).AddDays(random.Next(270));
        if (!sample.IsPast(inPlaceOn) || !sample.Agency.IsActiveOn(Later(inPlaceOn, Agency.DirectiveDay)))
            yield break;

        if (random.Chance(10))
        {
            var earlier = Establish(sample, random, new DateOnly(1996, 6, 3), "earlier ");
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

        foreach (var metric in Metrics(sample, random))
            yield return metric;
    }

    private static ComplaintProcess Establish(SampleAgency sample, SampleRandom random, DateOnly on, string which = "")
    {
        var at = SampleAgency.OfficeHour(on, random);
        var process = new ComplaintProcess(
            sample.Agency.Id,
            SampleAgency.Marked(
                "A complaint gets a number when it comes, an answer from a named person, and a place in the figures."
            ),
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
        var firstMonth = ReportMonth.Of(Later(sample.Process!.InPlaceOn, Agency.DirectiveDay));
        var lastMonth = ReportMonth.Of(sample.Today).Previous;
        var metrics = new List<ComplaintMetric>();
        var pending = new Dictionary<(Guid?, Channel?), long>();
        var isTardy = random.Chance(20);
        foreach (var month in firstMonth.Through(lastMonth))
        {
            var at = SampleAgency.OfficeHour(month.Next.FirstDay.AddDays(random.Between(4, 14)), random);
            if (
                !sample.IsPast(Washington.DateOf(at))
                || !sample.Agency.IsActiveIn(month)
                || isTardy && random.Chance(25)
            )
                continue;

            var reported = Cells(sample).Select(cell => Metric(sample, random, month, cell, pending, at)).ToList();
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
    private static IEnumerable<(ComplaintCategory? Category, Channel? Channel)> Cells(SampleAgency sample)
    {
        if (sample.Agency.HighImpact)
        {
            return sample.Categories.SelectMany(
                _ => Channels,
                (category, channel) => ((ComplaintCategory?)category, (Channel?)channel)
            );
        }

        return sample.Agency.Directive == DirectiveStanding.Directed
            ? sample.Categories.Select(category => ((ComplaintCategory?)category, (Channel?)null))
            : [(null, null)];
    }

    private static ComplaintMetric Metric(
        SampleAgency sample,
        SampleRandom random,
        ReportMonth month,
        (ComplaintCategory? Category, Channel? Channel) cell,
        Dictionary<(Guid?, Channel?), long> pending,
        DateTime at
    )
    {
        var key = (cell.Category?.Id, cell.Channel);
        var size = sample.Agency.HighImpact ? 400 : 60;
        long start = pending.TryGetValue(key, out var closing) ? closing : random.Between(0, size / 2);
        if (random.Chance(3))
            start += random.Between(1, 9);

        long received = random.Chance(4) ? 0 : random.Between(size / 10, size);
        var resolved = Math.Min(start + received, received * random.Between(75, 115) / 100);
        var end = pending[key] = start + received - resolved;
        var isCollected = !random.Chance(4);
        var median = random.Between(2, 90) / 2d;
        MissingReason? medianMissing =
            resolved == 0 ? MissingReason.NotApplicable
            : random.Chance(4) ? MissingReason.LessThan
            : random.Chance(4) ? MissingReason.NotCollected
            : null;

        return new(
            sample.Agency.Id,
            month,
            cell.Category,
            cell.Channel,
            new()
            {
                PendingStart = start,
                Received = received,
                Resolved = resolved,
                PendingEnd = end,
                WithinTarget = isCollected ? resolved * random.Between(55, 99) / 100 : null,
                CountsMissing = isCollected ? null : MissingReason.NotCollected,
                MedianDays = medianMissing is null ? median : null,
                MedianDaysMissing = medianMissing,
            },
            sample.Id(at, $"metric {month} {cell.Category?.Name} {cell.Channel}"),
            at
        );
    }

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
