using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class FindingCorrectionTests
{
    private static readonly DateOnly Today = new(1998, 6, 15);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task What_was_done_about_a_finding_stays_with_it_when_it_is_corrected()
    {
        var (agency, finding) = await FoundAsync();
        var clerk = _desk.ClerkOf(agency);
        var action = (await clerk.DoAsync(Act(finding))).Record;

        var done = await clerk.DoAsync(
            Correct(finding) with
            {
                About = FindingAbout.WantedServices,
                Text = "They want evening hours.",
            }
        );

        Assert.Equal(
            (finding.Id, FindingAbout.WantedServices, "They want evening hours.", _desk.Clock.Now),
            (done.Record.Id, done.Record.About, done.Record.Text, done.Record.CorrectedAt)
        );
        Assert.Equal([(FeedKind.FindingRecorded, agency.Id, finding.Id)], done.Announced);
        Assert.Equal(
            [action.Id],
            await _desk.ReadAsync(db =>
                db.Findings.Where(f => f.AgencyId == agency.Id)
                    .SelectMany(f => f.Actions)
                    .Select(a => a.Id)
                    .ToListAsync()
            )
        );
        var earlier = await _desk.ReadAsync(db => db.Set<Finding>().SingleAsync(f => f.CurrentId == finding.Id));
        Assert.Equal(
            ("They wait too long.", finding.SurveyId, "Misheard."),
            (earlier.Text, earlier.SurveyId, earlier.RetractionReason)
        );
    }

    [Fact]
    public async Task An_action_and_an_outcome_are_corrected_by_the_rules_of_recording()
    {
        var (agency, finding) = await FoundAsync();
        var clerk = _desk.ClerkOf(agency);
        var action = (await clerk.DoAsync(Act(finding))).Record;
        var outcome = (await clerk.DoAsync(Observe(action))).Record;

        var acted = await clerk.DoAsync(
            new CorrectAction
            {
                ActionId = action.AsId(),
                Description = "We opened at seven.",
                TakenOn = finding.FoundOn.AddDays(-1),
                Reason = "Another hour.",
            }
        );
        var observed = await clerk.DoAsync(
            new CorrectOutcome
            {
                OutcomeId = outcome.AsId(),
                Description = "Lines are half as long.",
                ObservedOn = Today.AddDays(1),
                Reason = "Counted again.",
            }
        );

        Assert.Equal((action.Id, "We opened at seven."), (acted.Record.Id, acted.Record.Description));
        Assert.Equal(["input.takenOn: The action is dated before the finding."], acted.Warned);
        Assert.Equal([(FeedKind.ActionRecorded, agency.Id, action.Id)], acted.Announced);
        Assert.Equal((outcome.Id, "Lines are half as long."), (observed.Record.Id, observed.Record.Description));
        Assert.Equal(["input.observedOn: The change is dated in the future."], observed.Warned);
        Assert.Equal([(FeedKind.OutcomeRecorded, agency.Id, outcome.Id)], observed.Announced);
        Assert.Equal(
            ("We opened at eight.", "Lines are shorter."),
            await _desk.ReadAsync(async db =>
                (
                    (await db.Set<FindingAction>().SingleAsync(a => a.CurrentId == action.Id)).Description,
                    (await db.Set<FindingOutcome>().SingleAsync(o => o.CurrentId == outcome.Id)).Description
                )
            )
        );
    }

    [Fact]
    public async Task A_finding_is_withdrawn_after_what_rests_on_it()
    {
        var (agency, finding) = await FoundAsync();
        var clerk = _desk.ClerkOf(agency);
        var action = (await clerk.DoAsync(Act(finding))).Record;
        var outcome = (await clerk.DoAsync(Observe(action))).Record;
        var citation = (await clerk.DoAsync(Citing.Cite(new PlanCiterInput { FindingId = finding.AsId() }))).Record;

        Assert.Equal(
            ["input.findingId RecordInUse (actions: 1)", "input.findingId RecordInUse (citations of plans: 1)"],
            (await clerk.DoAsync(Withdraw(finding))).Refusals.Cast<RecordInUse>().Select(Told)
        );
        Assert.Equal(
            ["input.actionId RecordInUse (outcomes: 1)"],
            (await clerk.DoAsync(Withdraw(action))).Refusals.Cast<RecordInUse>().Select(Told)
        );
        var withdrawnOutcome = await clerk.DoAsync(
            new WithdrawOutcome { OutcomeId = outcome.AsId(), Reason = "Not ours." }
        );
        var withdrawnAction = await clerk.DoAsync(Withdraw(action));
        await clerk.DoAsync(new WithdrawPlanCitation { PlanCitationId = citation.AsId(), Reason = "Not ours." });
        var withdrawn = await clerk.DoAsync(Withdraw(finding));

        Assert.Equal([(FeedKind.OutcomeRecorded, agency.Id, outcome.Id)], withdrawnOutcome.Announced);
        Assert.Equal([(FeedKind.ActionRecorded, agency.Id, action.Id)], withdrawnAction.Announced);
        Assert.Equal([(FeedKind.FindingRecorded, agency.Id, finding.Id)], withdrawn.Announced);
        Assert.Equal("Not ours.", withdrawn.Record.RetractionReason);
        Assert.IsType<RecordNotCurrent>(Assert.Single((await clerk.DoAsync(Act(finding))).Refusals));
        Assert.IsType<RecordNotCurrent>(Assert.Single((await clerk.DoAsync(Observe(action))).Refusals));
    }

    [Fact]
    public async Task What_was_said_before_a_correction_is_known_until_then()
    {
        var (agency, finding) = await FoundAsync();
        var before = _desk.Clock.Now;
        _desk.Clock.Now = before.AddDays(1);
        await _desk.ClerkOf(agency).DoAsync(Correct(finding) with { Text = "Second" });
        _desk.Clock.Now = before.AddDays(2);
        await _desk.ClerkOf(agency).DoAsync(Correct(finding) with { Text = "Third" });
        _desk.Clock.Now = before.AddDays(3);
        await _desk.ClerkOf(agency).DoAsync(Withdraw(finding));

        Assert.Equal(["They wait too long."], await KnownAsync(before.AddDays(1)));
        Assert.Equal(["Second"], await KnownAsync(before.AddDays(1).AddTicks(10)));
        Assert.Equal(["Second"], await KnownAsync(before.AddDays(2)));
        Assert.Equal(["Third"], await KnownAsync(before.AddDays(3)));
        Assert.Empty(await KnownAsync(before.AddDays(4)));

        Task<List<string>> KnownAsync(DateTime end) =>
            _desk.ReadAsync(db =>
                db.Set<Finding>().Where(f => f.AgencyId == agency.Id).KnownAt(end).Select(f => f.Text).ToListAsync()
            );
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_another_agencys_findings()
    {
        var (agency, finding) = await FoundAsync();
        var action = (await _desk.ClerkOf(agency).DoAsync(Act(finding))).Record;
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(finding))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(finding))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(action))).Refusals));
    }

    private async Task<(Agency Agency, Finding Finding)> FoundAsync()
    {
        var agency = await _desk.AgencyAsync();
        var survey = new Survey(
            agency.Id,
            SurveyKind.Customer,
            "How did we do?",
            new(1998, 5, 1),
            new(1998, 5, 31),
            new() { CountsMissing = MissingReason.NotCollected }
        );
        await _desk.SaveAsync(survey);
        var found = await _desk
            .ClerkOf(agency)
            .DoAsync(
                new RecordFinding
                {
                    AgencyId = agency.AsId(),
                    About = FindingAbout.Satisfaction,
                    Text = "They wait too long.",
                    FoundOn = new(1998, 6, 1),
                    Source = new() { SurveyId = survey.AsId() },
                }
            );
        return (agency, found.Record);
    }

    private static string Told(RecordInUse refusal) =>
        $"{string.Join('.', refusal.Path)} RecordInUse ({refusal.Of}: {refusal.Count})";

    private static RecordAction Act(Finding finding) =>
        new()
        {
            FindingId = finding.AsId(),
            Description = "We opened at eight.",
            TakenOn = new(1998, 6, 2),
        };

    private static RecordOutcome Observe(FindingAction action) =>
        new()
        {
            ActionId = action.AsId(),
            Description = "Lines are shorter.",
            ObservedOn = new(1998, 6, 10),
        };

    private static CorrectFinding Correct(Finding finding) =>
        new()
        {
            FindingId = finding.AsId(),
            About = finding.About,
            Text = finding.Text,
            FoundOn = finding.FoundOn,
            Source = new() { SurveyId = new("", finding.SurveyId) },
            Reason = "Misheard.",
        };

    private static WithdrawFinding Withdraw(Finding finding) =>
        new() { FindingId = finding.AsId(), Reason = "Not ours." };

    private static WithdrawAction Withdraw(FindingAction action) =>
        new() { ActionId = action.AsId(), Reason = "Not ours." };
}
