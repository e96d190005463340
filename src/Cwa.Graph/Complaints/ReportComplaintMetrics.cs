using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Complaint figures, of one agency or several.</summary>
public sealed record ReportComplaintMetricsInput : MutationInput
{
    /// <summary>The most figures in one batch.</summary>
    internal const int MostMetrics = 500;

    /// <summary>The figures, at most 500: all are reported, or none.</summary>
    public required IReadOnlyList<ComplaintMetricInput> Metrics { get; init; }
}

/// <summary>The figures as they stand, or why all of them were refused.</summary>
public sealed record ReportComplaintMetricsPayload : Payload
{
    /// <summary>
    /// The current revisions, in the order of the input; empty when they were refused or only checked.
    /// </summary>
    [ListSize(ReportComplaintMetricsInput.MostMetrics)]
    public IReadOnlyList<ComplaintMetric> ComplaintMetrics { get; init; } = [];
}

/// <summary>Action 4: agencies track the complaints they receive.</summary>
public sealed class ReportComplaintMetrics
{
    /// <summary>
    /// Reports complaint figures (action 4): all of them, or none. Other figures of the same agency, month, category
    /// and channel are a correction, the next revision; the same figures again change nothing. Paths of errors name the
    /// figures by their place.
    /// </summary>
    /// <param name="input">The figures.</param>
    [Role(Roles.Submit)]
    public static Task<ReportComplaintMetricsPayload> ReportComplaintMetricsAsync(
        ReportComplaintMetricsInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAllAsync(
            input,
            metrics => new ReportComplaintMetricsPayload { ComplaintMetrics = metrics },
            session => ReportAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<IReadOnlyList<ComplaintMetric>> ReportAsync(
        ReportComplaintMetricsInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.Metrics.Count > ReportComplaintMetricsInput.MostMetrics)
        {
            session.Input.Refuse(
                new TooMany(input.Metrics.Count, ReportComplaintMetricsInput.MostMetrics, session.Input.Path("metrics"))
            );
            return [];
        }

        var figures = await ReportedFigures.ReadAsync(input.Metrics, session, cancellationToken);
        await figures.WarnAsync(cancellationToken);
        return session.Input.IsGood ? figures.Write() : [];
    }
}
