namespace Cwa.Model.Tests;

public sealed class DefineComplaintCategoryTests
{
    private readonly Desk _desk = new(new(1998, 6, 10));

    [Fact]
    public async Task A_category_has_a_name_under_a_common_term()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Define(agency, " Long waits "));

        Assert.Equal(
            (agency.Id, "Long waits", "LONG WAITS", TopCategory.Timeliness),
            (done.Record.AgencyId, done.Record.Name, done.Record.NameSearch, done.Record.Top)
        );
        Assert.Equal([(FeedKind.ComplaintCategoryDefined, agency.Id, done.Record.Id)], done.Announced);
    }

    [Theory]
    [InlineData("LONG  WAITS")]
    [InlineData("Löng waits")]
    public async Task An_agency_has_one_category_of_a_name_whatever_its_case_accents_and_spaces(string name)
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Define(agency, "Long waits"));

        var second = await clerk.DoAsync(Define(agency, name));

        Assert.Equal(
            [
                "input.name ComplaintCategoryAlreadyDefined: "
                    + "The agency already has a category of this name. Use that one, or choose another name.",
            ],
            second.Refused
        );
        Assert.Equal(first.Record.Id, Assert.IsType<ComplaintCategoryAlreadyDefined>(second.Refusals[0]).Existing.Id);
    }

    [Fact]
    public async Task Other_names_and_other_agencies_are_free()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var clerk = _desk.ClerkOf(agency, other);
        await clerk.DoAsync(Define(agency, "Long waits"));

        Assert.Empty((await clerk.DoAsync(Define(agency, "Refunds"))).Refused);
        Assert.Empty((await clerk.DoAsync(Define(other, "Long waits"))).Refused);
    }

    [Theory]
    [InlineData(" ", "TextMissing")]
    [InlineData(100, null)]
    [InlineData(101, "TextTooLong")]
    public async Task A_name_says_something_in_at_most_a_hundred_characters(object said, string? refusal)
    {
        var agency = await _desk.AgencyAsync();
        var name = said as string ?? new('x', (int)said);

        var done = await _desk.ClerkOf(agency).DoAsync(Define(agency, name));

        Assert.Equal(refusal is null ? [] : [refusal], done.Refusals.Select(r => r.GetType().Name));
    }

    [Fact]
    public async Task A_category_is_defined_for_ones_own_agency()
    {
        var done = await _desk
            .ClerkOf(await _desk.AgencyAsync())
            .DoAsync(Define(await _desk.AgencyAsync(), "Long waits"));

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    private static DefineComplaintCategory Define(Agency agency, string name) =>
        new()
        {
            AgencyId = agency.AsId(),
            Name = name,
            Top = TopCategory.Timeliness,
        };
}
