namespace Cwa.Model.Tests;

/// <summary>What agencies tell of their own themes.</summary>
internal static class OwnThemes
{
    public static DefineAgencyTheme Define(
        Agency agency,
        string name = "Long lines",
        FindingTheme theme = FindingTheme.Waiting
    ) =>
        new()
        {
            AgencyId = agency.AsId(),
            Name = name,
            Theme = theme,
        };

    public static RenameAgencyTheme Rename(AgencyTheme theme, string name) =>
        new() { ThemeId = theme.AsId(), Name = name };

    public static RetireAgencyTheme Retire(AgencyTheme theme, DateOnly on) =>
        new() { ThemeId = theme.AsId(), RetiredOn = on };

    public static RecordFinding Heard(Agency agency, Program program, AgencyTheme? theme, DateOnly on) =>
        new()
        {
            AgencyId = agency.AsId(),
            About = FindingAbout.Satisfaction,
            OwnThemeId = theme?.AsId(),
            Text = "Lines are long.",
            FoundOn = on,
            Source = new() { ProgramId = program.AsId() },
        };

    public static async Task<(Agency Agency, Program Program, AgencyTheme Theme)> HasThemeAsync(this Desk desk)
    {
        var agency = await desk.AgencyAsync();
        var program = new Program(agency.Id, "Open Door", "Anybody sees a manager.", new(1998, 3, 16));
        await desk.SaveAsync(program);
        return (agency, program, (await desk.ClerkOf(agency).DoAsync(Define(agency))).Record);
    }
}
