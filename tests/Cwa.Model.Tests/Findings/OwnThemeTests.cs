using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.OwnThemes;

namespace Cwa.Model.Tests;

/// <summary>Findings with a theme of their agency's own, and what becomes of them when it is retired.</summary>
public sealed class OwnThemeTests
{
    private static readonly DateOnly Day = new(1998, 5, 20);

    private readonly Desk _desk = new(new(1998, 6, 10));

    [Fact]
    public async Task A_finding_with_its_agencys_own_theme_also_has_the_common_one()
    {
        var (agency, program, theme) = await _desk.HasThemeAsync();
        var clerk = _desk.ClerkOf(agency);

        var left = (await clerk.DoAsync(Heard(agency, program, theme, Day))).Record;
        var given = (
            await clerk.DoAsync(Heard(agency, program, theme, Day) with { Theme = FindingTheme.Waiting })
        ).Record;

        Assert.Equal((theme.Id, FindingTheme.Waiting), (left.OwnThemeId, left.Theme));
        Assert.Equal((theme.Id, FindingTheme.Waiting), (given.OwnThemeId, given.Theme));
    }

    [Fact]
    public async Task The_two_themes_of_a_finding_agree()
    {
        var (agency, program, theme) = await _desk.HasThemeAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Heard(agency, program, theme, Day) with { Theme = FindingTheme.BeingKeptInformed });

        Assert.Equal(
            [
                "input.theme ThemesAtOdds: "
                    + "The agency's own theme is under WAITING. Give that one, or leave `theme` out.",
            ],
            done.Refused
        );
    }

    [Fact]
    public async Task A_theme_of_others_is_refused_like_one_that_does_not_exist()
    {
        var (agency, program, _) = await _desk.HasThemeAsync();
        var (other, _, theirs) = await _desk.HasThemeAsync();

        // Even somebody who acts for both agencies gives a finding the theme of its own agency.
        foreach (var id in new[] { theirs.AsId(), Ids.Unknown<AgencyTheme>(), Ids.Nonsense<AgencyTheme>() })
            Assert.Equal(
                ["input.ownThemeId RecordNotFound: There is no record with this id for which you may do this."],
                (
                    await _desk
                        .ClerkOf(agency, other)
                        .DoAsync(Heard(agency, program, null, Day) with { OwnThemeId = id })
                ).Refused
            );
    }

    [Fact]
    public async Task A_correction_gives_takes_and_keeps_the_theme()
    {
        var (agency, program, theme) = await _desk.HasThemeAsync();
        var clerk = _desk.ClerkOf(agency);
        var finding = (await clerk.DoAsync(Heard(agency, program, null, Day))).Record;

        var given = (await clerk.DoAsync(Correct(finding, program, theme))).Record;
        var taken = (await clerk.DoAsync(Correct(finding, program, null))).Record;

        Assert.Equal((theme.Id, FindingTheme.Waiting), (given.OwnThemeId, given.Theme));
        Assert.Equal((null, null), (taken.OwnThemeId, taken.Theme));
        var earlier = await _desk.ReadAsync(db =>
            db.Set<Finding>().Where(f => f.CurrentId == finding.Id).OrderBy(f => f.RetractedAt).ToListAsync()
        );
        Assert.Equal([null, theme.Id], earlier.Select(f => f.OwnThemeId).Order());
    }

    [Fact]
    public async Task A_retired_theme_stays_with_earlier_findings_and_is_closed_to_later_ones()
    {
        var (agency, program, theme) = await _desk.HasThemeAsync();
        var clerk = _desk.ClerkOf(agency);
        var before = (await clerk.DoAsync(Heard(agency, program, theme, Day))).Record;

        var retired = await clerk.DoAsync(Retire(theme, Day.AddDays(1)));

        Assert.Equal(Day.AddDays(1), retired.Record.RetiredOn);
        Assert.Equal([(FeedKind.AgencyThemeDefined, agency.Id, theme.Id)], retired.Announced);
        Assert.Contains("1998-05-21", Assert.Single(retired.Audited).After, StringComparison.Ordinal);
        Assert.Equal(
            theme.Id,
            await _desk.ReadAsync(db =>
                db.Findings.Where(f => f.Id == before.Id).Select(f => f.OwnThemeId).SingleAsync()
            )
        );
        Assert.Empty((await clerk.DoAsync(Heard(agency, program, theme, Day))).Refused);
        Assert.Equal(
            [
                "input.ownThemeId AgencyThemeRetired: The agency retired this theme on 1998-05-21, "
                    + "so findings of that day or later cannot have it.",
            ],
            (await clerk.DoAsync(Heard(agency, program, theme, Day.AddDays(1)))).Refused
        );
        Assert.Equal(
            [
                "input.name AgencyThemeAlreadyDefined: "
                    + "The agency already has a theme of this name, retired on 1998-05-21. Choose another name.",
            ],
            (await clerk.DoAsync(Define(agency))).Refused
        );
    }

    [Fact]
    public async Task A_theme_is_not_retired_before_its_last_finding_and_its_end_can_move()
    {
        var (agency, program, theme) = await _desk.HasThemeAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Heard(agency, program, theme, Day));
        var withdrawn = (await clerk.DoAsync(Heard(agency, program, theme, Day.AddDays(9)))).Record;
        await clerk.DoAsync(new WithdrawFinding { FindingId = withdrawn.AsId(), Reason = "Another's." });

        Assert.Equal(
            [
                "input.retiredOn AgencyThemeStillUsed: Findings of this day or later have the theme: 1. "
                    + "Correct them first, or retire it on a later day.",
            ],
            (await clerk.DoAsync(Retire(theme, Day))).Refused
        );
        Assert.Equal(Day.AddDays(1), (await clerk.DoAsync(Retire(theme, Day.AddDays(1)))).Record.RetiredOn);
        Assert.Equal(new(1999, 1, 1), (await clerk.DoAsync(Retire(theme, new(1999, 1, 1)))).Record.RetiredOn);
        Assert.Empty((await clerk.DoAsync(Heard(agency, program, theme, Day.AddDays(1)))).Refused);
    }

    private static CorrectFinding Correct(Finding finding, Program program, AgencyTheme? theme) =>
        new()
        {
            FindingId = finding.AsId(),
            About = finding.About,
            OwnThemeId = theme?.AsId(),
            Text = finding.Text,
            FoundOn = finding.FoundOn,
            Source = new() { ProgramId = program.AsId() },
            Reason = "We looked again.",
        };
}
