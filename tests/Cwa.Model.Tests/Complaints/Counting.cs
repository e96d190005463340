namespace Cwa.Model.Tests;

/// <summary>Complaint figures of April 1998 that nothing is wrong with.</summary>
internal static class Counting
{
    public static readonly ComplaintFigures Figures = new()
    {
        PendingStart = 40,
        Received = 100,
        Resolved = 90,
        PendingEnd = 50,
        WithinTarget = 80,
        MedianDays = 12.5,
    };

    public static ComplaintMetricInput Metric(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Month = Samples.April,
            PendingStart = 40,
            Received = 100,
            Resolved = 90,
            PendingEnd = 50,
            WithinTarget = 80,
            MedianDays = 12.5,
        };

    public static ReportComplaintMetrics Report(params ComplaintMetricInput[] metrics) => new() { Metrics = metrics };

    /// <summary>An agency with a complaint process in place since 1 April 1998.</summary>
    public static async Task<Agency> ComplainedToAsync(this Desk desk, DateOnly? inPlaceOn = null)
    {
        var agency = await desk.AgencyAsync();
        await desk.SaveAsync(Process(agency, inPlaceOn ?? new(1998, 4, 1)));
        return agency;
    }

    public static ComplaintProcess Process(Agency agency, DateOnly inPlaceOn) =>
        new(agency.Id, "Every call is logged and answered.", [Channel.Mail], "Ombudsman", 30, inPlaceOn);
}
