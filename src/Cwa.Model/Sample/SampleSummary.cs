namespace Cwa.Model;

/// <summary>What was loaded.</summary>
/// <param name="Agencies">Agencies of the reference data.</param>
/// <param name="MonthlyReports">Revisions of monthly reports, drafts among them.</param>
/// <param name="Events">Events.</param>
/// <param name="Records">Rows of all kinds, agencies aside.</param>
public sealed record SampleSummary(int Agencies, int MonthlyReports, int Events, int Records);
