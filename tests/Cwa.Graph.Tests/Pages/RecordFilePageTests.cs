using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>Records of every kind come by a file that is dropped on the page.</summary>
public sealed class RecordFilePageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    [Fact]
    public async Task Records_are_checked_corrected_and_stored()
    {
        using var agency = await server.AsAsync("agency-NSF");
        var form = await PageForm.OpenAsync(agency, "/report", "records");
        form["kind"] = "surveys";
        form["pasted"] = "Agency,Type,Survey,Date,Respondents,Average score\nNSF,Customer,Visitors,4/2/98,812,41\n";

        var (wrong, refused) = await form.PressAsync("check");
        var second = PageForm.On(agency, refused, "records");
        second["pasted"] = second["pasted"].Replace("812,41", "812,4.1", StringComparison.Ordinal);
        var (status, dry) = await second.PressAsync("check");
        var (_, stored) = await PageForm.On(agency, dry, "records").PressAsync("send");

        Assert.Equal((422, 200), (wrong, status));
        Assert.Contains(
            "Give a mean from 1 to 5",
            refused.TextOf("section:has(#records) .faults"),
            StringComparison.Ordinal
        );
        Assert.Equal("surveys", second["kind"]);
        Assert.Contains("1 new", dry.TextOf("section:has(#records) .done"), StringComparison.Ordinal);
        Assert.Equal("Stored: Surveys.", stored.TextOf("p.done"));
    }

    [Fact]
    public async Task Every_kind_has_a_workbook_to_fill_in_and_none_is_for_administrators()
    {
        using var agency = await server.AsAsync("agency-NSF");

        var page = PageForm.Read(await agency.OpenAsync("/report"));

        var links = page.QuerySelectorAll("section:has(#records) details a").Select(link => link.GetAttribute("href")!);
        var kinds = page.QuerySelectorAll("#kind option").Select(option => option.GetAttribute("value"));
        Assert.Contains("attendance", kinds);
        Assert.DoesNotContain("agencies", kinds);
        Assert.Equal(kinds.Select(kind => $"/import/{kind}/template.xlsx"), links);
        Assert.Equal(200, (await agency.OpenAsync(links.Last())).Status);
    }
}
