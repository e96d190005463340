namespace Cwa.Graph;

/// <summary>Says on screen that what is shown was made up: with the setting `Sample:Load` a server shows the sample year.</summary>
internal static class SampleNotice
{
    public static string? In(IConfiguration configuration) => configuration.GetValue<bool>("Sample:Load")
        ? "Illustrative data: a sample year, 1998 as NPR might have seen it on 16 November. Only the agencies are real."
        : null;
}
