namespace Cwa.Model;

/// <summary>A line of an agency's complaint figures, month by month: for a category, a channel or the whole.</summary>
internal sealed class SampleComplaintLine(
    ComplaintCategory? category,
    Channel? channel,
    SampleRemedy? remedy,
    int level,
    SampleAgency sample,
    SampleRandom random
)
{
    // In percent: the line's own size, its change from month to month, and how much of a month's work stays open.
    private readonly int _size = random.Between(75, 125),
        _growth = remedy is null ? random.Between(-3, 2) : random.Between(0, 1),
        _open = random.Between(40, 70),
        _lag = random.Chance(8) ? 8 : 0;

    private readonly double _days = sample.Process!.TargetDays * random.Between(45, 105) / 100d;

    private long? _pending;

    public ComplaintMetric In(ReportMonth month, DateTime at)
    {
        var remaining = remedy?.PercentIn(month) ?? 100;
        var received = (long)(
            level / 100d * _size / 100 * remaining * (100 + _growth * month.Month) / 100 * random.Between(94, 106) / 100
        );
        if (level < 30 && random.Chance(8))
            received = 0;

        var left = received * (_open + _lag * (month.Month - 3)) * random.Between(90, 110) / 10_000;
        var start = _pending ?? left;
        if (random.Chance(1))
            start += random.Between(1, 9);
        var resolved = received == 0 ? 0 : Math.Clamp(start + received - left, 0, start + received);
        _pending = start + received - resolved;

        var isCollected = !random.Chance(4);
        var median = Math.Round(_days * (100 + remaining) / 100 * random.Between(92, 108) / 100) / 2;
        MissingReason? medianMissing =
            resolved == 0 ? MissingReason.NotApplicable
            : random.Chance(2) ? MissingReason.LessThan
            : random.Chance(2) ? MissingReason.NotCollected
            : null;

        return new(
            sample.Agency.Id,
            month,
            category,
            channel,
            new()
            {
                PendingStart = start,
                Received = received,
                Resolved = resolved,
                PendingEnd = _pending,
                WithinTarget = isCollected ? resolved * random.Between(65, 97) / 100 : null,
                CountsMissing = isCollected ? null : MissingReason.NotCollected,
                MedianDays = medianMissing is null ? median : null,
                MedianDaysMissing = medianMissing,
            },
            sample.Id(at, $"metric {month} {category?.Name} {channel}"),
            at
        );
    }
}
