namespace Cwa.Model;

/// <summary>Imports complaint figures. A correction becomes the next revision of the stored figures.</summary>
internal sealed class ComplaintMetricImport(ImportSession session) : IRowImport
{
    public static readonly IReadOnlyList<string> RequiredColumns =
    [
        "agency",
        "month",
        "pending_start",
        "received",
        "resolved",
        "pending_end",
        "median_days",
    ];

    public static readonly IReadOnlyList<string> OptionalColumns =
    [
        "category",
        "top_category",
        "channel",
        "within_target",
        "counts_missing",
        "median_days_missing",
    ];

    public static readonly IReadOnlyList<string> PassedOverColumns =
    [
        "id",
        "agency_name",
        "revision",
        "recorded_at",
        "updated_at",
    ];

    // The trail of earlier imports is kept by agency.
    public static readonly IReadOnlyList<string> DependsOn =
    [
        nameof(Agency),
        nameof(ComplaintCategory),
        nameof(ComplaintMetric),
        nameof(ComplaintProcess),
    ];

    private readonly Dictionary<ComplaintMetricKey, Said> _said = [];
    private readonly Dictionary<ComplaintMetricKey, Row> _batch = [];
    private readonly Dictionary<Guid, ComplaintTally> _agencies = [];
    private readonly HashSet<(Guid AgencyId, ReportMonth Month)> _months = [];
    private readonly HashSet<(Guid AgencyId, ReportMonth Month)> _announced = [];

    public async Task AddAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var agency = session.AgencyOf(row, "agency");
        var month = row.RequiredMonth("month");
        var channel = row.Choice<Channel>("channel");
        var category = agency is null ? null : await CategoryAsync(agency, row, cancellationToken);
        var isKnown = row.IsGood;
        var figures = ComplaintFigureCells.Read(row);
        if (month is { } of)
            ComplaintFigureChecks.CheckMonth(of, session.Today, row.CheckOf(field => field));
        if (!isKnown)
            return;

        var key = new ComplaintMetricKey(agency!.Id, month!.Value, category, channel);
        if (!_said.TryAdd(key, new((int)row.Line, figures.PendingStart, figures.PendingEnd)))
            row.Error("", $"Line {_said[key].Line} has figures for the same agency, month, category and channel.");
        if (!row.IsGood)
            return;

        Warn(row, agency, month.Value, figures);

        _batch.Add(key, new(agency, month.Value, category, channel, figures));
        if (_batch.Count == ImportSession.BatchSize)
            await WriteAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        await WarnOfOpeningsAsync(cancellationToken);
        foreach (var (agencyId, tally) in _agencies.Where(agency => agency.Value.Inserted + agency.Value.Updated > 0))
            session.Audit("importComplaintMetrics", nameof(Agency), agencyId, agencyId, before: null, tally.ToJson());
        await session.FlushAsync(cancellationToken);
    }

    private void Warn(ImportRow row, Agency agency, ReportMonth month, ComplaintFigures figures)
    {
        if (FigureWarnings.OfWithinTarget(figures) is { } within)
            row.Warn("within_target", within);
        if (!_months.Add((agency.Id, month)))
            return;

        foreach (var warning in FigureWarnings.OfMonth(agency, month, session.Today, _agencies[agency.Id].InPlaceOn))
            row.Warn("month", warning);
    }

    // Last, since a file's months may be in any order.
    private async Task WarnOfOpeningsAsync(CancellationToken cancellationToken)
    {
        var openings = _said.Where(said => said.Value.Opening is not null && said.Key.MonthBefore is not null);
        foreach (var batch in openings.Chunk(ImportSession.BatchSize))
        {
            var stored = batch
                .Select(said => said.Key.MonthBefore!.Value)
                .Where(key => _agencies[key.AgencyId].HasMetrics && !_said.ContainsKey(key))
                .ToList();
            var before = stored is [] ? [] : await CurrentMetrics.FindAsync(session.Db, stored, cancellationToken);
            foreach (var (key, said) in batch)
            {
                var last = key.MonthBefore!.Value;
                var closing = _said.TryGetValue(last, out var told)
                    ? told.Closing
                    : before.GetValueOrDefault(last)?.PendingEnd;
                if (FigureWarnings.OfOpening(ReportMonth.FromNumber(key.Month), said.Opening, closing) is { } opening)
                    session.Errors.Warn(said.Line, "pending_start", opening);
            }
        }
    }

    private async Task<ComplaintCategory?> CategoryAsync(
        Agency agency,
        ImportRow row,
        CancellationToken cancellationToken
    )
    {
        var tally = await TallyAsync(agency, cancellationToken);
        var name = row.Text("category", ComplaintCategory.LongestName);
        var top = row.Choice<TopCategory>("top_category");
        if (name is null)
        {
            if (top is not null && row.Peek("category") is null)
                row.Error("category", "A top_category needs a category under it. Give one, or leave it out.");
            return null;
        }

        if (tally.Categories.TryGetValue(SearchText.Normalize(name), out var category))
        {
            if (top is not null && top != category.Top)
                row.Error("top_category", $"The category is under {Choices<TopCategory>.Name(category.Top)}.");
            return category;
        }

        if (top is null)
        {
            row.Error("category", $"{agency.Abbreviation} has no such category. Give its top_category to create it.");
            return null;
        }

        category = new(agency.Id, name, top.Value);
        tally.Categories.Add(category.NameSearch, category);
        session.Db.Add(category);
        session.Announce(FeedKind.ComplaintCategoryDefined, agency.Id, category.Id);
        return category;
    }

    private async Task<ComplaintTally> TallyAsync(Agency agency, CancellationToken cancellationToken)
    {
        if (_agencies.TryGetValue(agency.Id, out var tally))
            return tally;

        tally = await ComplaintTally.ReadAsync(session.Db, agency.Id, cancellationToken);
        _agencies.Add(agency.Id, tally);
        return tally;
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (!session.Errors.Any)
        {
            var known = _batch.Keys.Where(key => _agencies[key.AgencyId].HasMetrics).ToList();
            var current = known is [] ? [] : await CurrentMetrics.FindAsync(session.Db, known, cancellationToken);
            foreach (var (key, row) in _batch)
                Write(row, current.GetValueOrDefault(key));
        }

        await session.FlushAsync(cancellationToken);
        _batch.Clear();
    }

    private void Write(Row row, ComplaintMetric? current)
    {
        var tally = _agencies[row.Agency.Id];
        if (current?.Says(row.Figures) == true)
        {
            tally.Unchanged++;
            session.Unchanged++;
            return;
        }

        ComplaintMetric metric;
        if (current is null)
        {
            metric = new(row.Agency.Id, row.Month, row.Category, row.Channel, row.Figures);
            tally.Inserted++;
            session.Inserted++;
        }
        else
        {
            session.Db.Attach(current);
            metric = current.Revise(row.Figures);
            tally.Updated++;
            session.Updated++;
        }

        session.Db.Add(metric);
        // One announcement per agency and month, about the first of its figures: a hundred thousand would drown the
        // feed.
        if (_announced.Add((metric.AgencyId, metric.Month)))
            session.Announce(FeedKind.ComplaintMetricsReported, metric.AgencyId, metric.Id);
    }

    private sealed record Row(
        Agency Agency,
        ReportMonth Month,
        ComplaintCategory? Category,
        Channel? Channel,
        ComplaintFigures Figures
    );

    /// <summary>A month's opening and closing numbers, and the line that gives them.</summary>
    private readonly record struct Said(int Line, long? Opening, long? Closing);
}
