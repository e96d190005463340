namespace Cwa.Model;

/// <summary>The monthly reports from March to December, each with what it lists.</summary>
internal static class SampleReports
{
    private static readonly ReportMonth LastMonth = new(1998, 12);

    public static IEnumerable<object> Of(SampleAgency sample) =>
        sample.Traits.Reports
            ? ReportingCalendar
                .FirstMonth.Through(LastMonth)
                .Where(sample.Agency.IsActiveIn)
                .SelectMany(month => new SampleMonth(sample, month).Records())
            : [];
}
