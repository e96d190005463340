namespace Cwa.Dashboard.Parts;

/// <summary>How many agencies there are, whatever the filter.</summary>
public sealed record AgencyCount(int TotalCount);
