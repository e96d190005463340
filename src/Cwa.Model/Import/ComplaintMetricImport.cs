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
        "covers",
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
        "last_month",
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

    private readonly SaidFigures _said = new(session);
    private readonly Dictionary<ComplaintMetricKey, Row> _batch = [];
    private readonly Dictionary<Guid, ComplaintTally> _agencies = [];
    private readonly HashSet<(Guid AgencyId, FiguresPeriod Period)> _periods = [];
    private readonly HashSet<(Guid AgencyId, FiguresPeriod Period)> _announced = [];

    public async Task AddAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var agency = session.AgencyOf(row, "agency");
        var period = FiguresPeriodCells.Read(row, session);
        var channel = row.Choice<Channel>("channel");
        var category = agency is null ? null : await CategoryAsync(agency, row, cancellationToken);
        var isKnown = row.IsGood;
        var figures = ComplaintFigureCells.Read(row);
        if (period is { } of)
            ComplaintFigureChecks.CheckPeriod(of, session.Today, row.CheckOf(field => field));
        if (!isKnown)
            return;

        var key = new ComplaintMetricKey(agency!.Id, period!.Value, category, channel);
        if (_said.Add(key, row.Line, figures) is { } earlier)
            row.Error("", $"Line {earlier} has figures for the same agency, period, category and channel.");
        var years = _agencies[agency.Id].Years;
        if (years.AtOddsWith(key) is { } other)
            row.CheckOf(field => field).Refuse(new YearsOverlap(other), "month");
        if (!row.IsGood)
            return;

        Warn(row, agency, key.Period, figures);

        _batch.Add(key, new(row.Line, agency, category, channel, figures, years.EqualTo(key, figures)));
        years.Add(key, figures);
        if (_batch.Count == ImportSession.BatchSize)
            await WriteAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        await _said.WarnOfOpeningsAsync(key => _agencies[key.AgencyId].HasMetrics, cancellationToken);
        foreach (var (agencyId, tally) in _agencies.Where(agency => agency.Value.Inserted + agency.Value.Updated > 0))
            session.Audit("importComplaintMetrics", nameof(Agency), agencyId, agencyId, before: null, tally.ToJson());
        await session.FlushAsync(cancellationToken);
    }

    private void Warn(ImportRow row, Agency agency, FiguresPeriod period, ComplaintFigures figures)
    {
        if (FigureWarnings.OfWithinTarget(figures) is { } within)
            row.Warn("within_target", within);
        if (!_periods.Add((agency.Id, period)))
            return;

        foreach (var warning in FigureWarnings.OfPeriod(agency, period, session.Today, _agencies[agency.Id].InPlaceOn))
            row.Warn("month", warning);
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
        var known = _batch
            .Keys.Where(key => _agencies[key.AgencyId].HasMetrics)
            .Where(key => !session.Errors.Any || key.Period.Covers == CoveredPeriod.Year)
            .ToList();
        var current = known is [] ? [] : await CurrentMetrics.FindAsync(session.Db, known, cancellationToken);
        foreach (var (key, row) in _batch)
        {
            var stored = current.GetValueOrDefault(key);
            AskIfEqual(key, row, stored);
            if (!session.Errors.Any)
                Write(key, row, stored);
        }

        await session.FlushAsync(cancellationToken);
        _batch.Clear();
    }

    // Figures that are stored already are not asked about again.
    private void AskIfEqual(ComplaintMetricKey key, Row row, ComplaintMetric? current)
    {
        if (session.Answers.KeepsEqualYears || current?.Says(row.Figures) == true || row.EqualYear is not { } other)
            return;

        var question = ImportAnswers.QuestionOfEqualYears;
        session.Errors.AddOnce(
            ("received", question.Option),
            new(
                row.Line,
                "received",
                $"{FigureWarnings.OfEqualYears(key.Period, other)} If they are right, send the file again with "
                    + $"{question.Option}={question.Choices[0].Value}."
            )
            {
                Question = question,
            }
        );
    }

    private void Write(ComplaintMetricKey key, Row row, ComplaintMetric? current)
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
            var (month, covers) = key.Period;
            metric = new(row.Agency.Id, month, row.Category, row.Channel, row.Figures, covers: covers);
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
        // One announcement per agency and period, about the first of its figures: a hundred thousand would drown the
        // feed.
        if (_announced.Add((metric.AgencyId, metric.Period)))
            session.Announce(FeedKind.ComplaintMetricsReported, metric.AgencyId, metric.Id);
    }

    private sealed record Row(
        long Line,
        Agency Agency,
        ComplaintCategory? Category,
        Channel? Channel,
        ComplaintFigures Figures,
        ReportMonth? EqualYear
    );
}
