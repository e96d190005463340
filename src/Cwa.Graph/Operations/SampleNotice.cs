namespace Cwa.Graph;

/// <summary>Says on screen that what is shown was made up: with the setting `Sample:Load` a server shows the sample year.</summary>
internal static class SampleNotice
{
    public static string? In(IConfiguration configuration) => configuration.GetValue<bool>("Sample:Load")
        ? "Illustrative data: an invented year, seen on\n1998-11-16. Only the agencies are real."
        : null;
}
