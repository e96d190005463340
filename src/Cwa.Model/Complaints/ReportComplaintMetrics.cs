using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Reports complaint figures (action 4), all of them or none. Different figures for the same agency, period, category
/// and channel are a correction and become the next revision; the same figures again change nothing. The path of an
/// error has the index of the figures in `metrics`.
/// </summary>
[By(Role.Agency)]
[Gives("complaintMetrics", Most = MostMetrics)]
public sealed record ReportComplaintMetrics : VerbOfMany<ComplaintMetric>
{
    /// <summary>The most figures in one batch.</summary>
    internal const int MostMetrics = 500;

    /// <summary>The figures: all are reported, or none.</summary>
    [MaxLength(MostMetrics)]
    public required IReadOnlyList<ComplaintMetricInput> Metrics { get; init; }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ComplaintMetric>> DoAllAsync(
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (Metrics.Count > MostMetrics)
            return [];

        var figures = await ReportedFigures.ReadAsync(Metrics, work, cancellationToken);
        await figures.WarnAsync(cancellationToken);
        return work.IsGood ? figures.Write() : [];
    }
}
