namespace Cwa.Model.Tests;

/// <summary>What an agency did about a finding, and what that changed.</summary>
public sealed class ActedOnTests
{
    private static readonly DateOnly FoundOn = new(1998, 4, 20);
    private static readonly DateOnly TakenOn = new(1998, 4, 25);

    private readonly Desk _desk = new(new(1998, 5, 10));

    [Fact]
    public async Task An_action_is_recorded_about_a_finding()
    {
        var (agency, finding, _) = await ActedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Act(finding));

        Assert.Equal(
            (finding.Id, "More clerks at noon.", TakenOn),
            (done.Record.FindingId, done.Record.Description, done.Record.TakenOn)
        );
        Assert.Equal([(FeedKind.ActionRecorded, agency.Id, done.Record.Id)], done.Announced);
        Assert.Equal(done.Announced.Select(told => (told.AgencyId, told.SubjectId)), Audited(done));
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData("1998-04-19", "The action is dated before the finding.")]
    [InlineData("1998-04-20", null)]
    [InlineData("1998-05-10", null)]
    [InlineData("1998-05-11", "The action is dated in the future.")]
    public async Task An_action_before_its_finding_or_in_the_future_is_odd(string day, string? warning)
    {
        var (agency, finding, _) = await ActedAsync();
        var takenOn = DateOnly.ParseExact(day, "yyyy-MM-dd");

        var done = await _desk.ClerkOf(agency).DoAsync(Act(finding) with { TakenOn = takenOn });

        Assert.Equal(warning is null ? [] : [$"input.takenOn: {warning}"], done.Warned);
        Assert.Equal(takenOn, done.Record.TakenOn);
    }

    [Fact]
    public async Task An_outcome_is_recorded_of_an_action()
    {
        var (agency, _, action) = await ActedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Change(action));

        Assert.Equal(
            (action.Id, "Nobody waits longer than ten minutes.", TakenOn.AddDays(5)),
            (done.Record.ActionId, done.Record.Description, done.Record.ObservedOn)
        );
        Assert.Equal([(FeedKind.OutcomeRecorded, agency.Id, done.Record.Id)], done.Announced);
        Assert.Equal(done.Announced.Select(told => (told.AgencyId, told.SubjectId)), Audited(done));
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData("1998-04-24", "The change is dated before the action.")]
    [InlineData("1998-04-25", null)]
    [InlineData("1998-05-10", null)]
    [InlineData("1998-05-11", "The change is dated in the future.")]
    public async Task A_change_before_its_action_or_in_the_future_is_odd(string day, string? warning)
    {
        var (agency, _, action) = await ActedAsync();
        var observedOn = DateOnly.ParseExact(day, "yyyy-MM-dd");

        var done = await _desk.ClerkOf(agency).DoAsync(Change(action) with { ObservedOn = observedOn });

        Assert.Equal(warning is null ? [] : [$"input.observedOn: {warning}"], done.Warned);
        Assert.Equal(observedOn, done.Record.ObservedOn);
    }

    [Fact]
    public async Task Nothing_is_recorded_of_the_findings_and_actions_of_others()
    {
        var (_, finding, action) = await ActedAsync();
        var clerk = _desk.ClerkOf(await _desk.AgencyAsync());

        var acted = await clerk.DoAsync(Act(finding));
        var changed = await clerk.DoAsync(Change(action));

        const string refused = "RecordNotFound: There is no record with this id for which you may do this.";
        Assert.Equal([$"input.findingId {refused}"], acted.Refused);
        Assert.Equal([$"input.actionId {refused}"], changed.Refused);
    }

    [Theory]
    [InlineData(0, "TextMissing")]
    [InlineData(2000, null)]
    [InlineData(2001, "TextTooLong")]
    public async Task What_was_done_and_what_it_changed_is_said_in_at_most_2000_characters(int length, string? refusal)
    {
        var (agency, finding, action) = await ActedAsync();
        var clerk = _desk.ClerkOf(agency);
        IReadOnlyList<string> refused = refusal is null ? [] : [refusal];

        var acted = await clerk.DoAsync(Act(finding) with { Description = new('x', length) });
        var changed = await clerk.DoAsync(Change(action) with { Description = new('x', length) });

        Assert.Equal(refused, acted.Refusals.Select(r => r.GetType().Name));
        Assert.Equal(refused, changed.Refusals.Select(r => r.GetType().Name));
        Assert.Equal(acted.Refused.Count, 1 - acted.Records.Count);
    }

    private async Task<(Agency Agency, Finding Finding, FindingAction Action)> ActedAsync()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);
        var finding = new Finding(agency.Id, FindingAbout.Satisfaction, "Lines are long.", FoundOn, held.Id, null);
        var action = new FindingAction(finding.Id, "A second door.", TakenOn);
        await _desk.SaveAsync(finding, action);
        return (agency, finding, action);
    }

    private static IEnumerable<(Guid?, Guid)> Audited<T>(Done<T> done) =>
        done.Audited.Select(entry => (entry.AgencyId, entry.SubjectId));

    private static RecordAction Act(Finding finding) =>
        new()
        {
            FindingId = finding.AsId(),
            Description = "More clerks at noon.",
            TakenOn = TakenOn,
        };

    private static RecordOutcome Change(FindingAction action) =>
        new()
        {
            ActionId = action.AsId(),
            Description = "Nobody waits longer than ten minutes.",
            ObservedOn = TakenOn.AddDays(5),
        };
}
