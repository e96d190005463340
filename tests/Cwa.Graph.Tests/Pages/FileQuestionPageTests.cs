using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What a file leaves open is asked on the page, which shows what it understood.</summary>
public sealed class FileQuestionPageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    private const string File =
        "Our events in September,,,\n"
        + "Bureau,Month,Title,Description,Date,Medium,Format,Setting,Access,Scope,Kind of place,State,Phone\n"
        + "Our office,Sep-99,Town hall,We listen.,9/21/99,In person,Town hall,Informal,Public,Open topic,Local,Nevada,x\n";

    [Fact]
    public async Task An_answer_is_chosen_and_holds_until_the_file_is_sent()
    {
        using var agency = await server.AsAsync("agency-NSF");
        var form = await PageForm.OpenAsync(agency, "/report/NSF/1999-09", "file");
        form["pasted"] = File;

        var (_, asked) = await form.PressAsync("check");
        var second = PageForm.On(agency, asked, "file");
        second["answer.column.Phone"] = "ignore";
        second["answer.agency.Our office"] = "NSF";
        var (status, dry) = await second.PressAsync("check");
        var (_, sent) = await PageForm.On(agency, dry, "file").PressAsync("send");

        var question = Assert.Single(asked.QuerySelectorAll("section:has(#file) select"));
        Assert.Equal("answer.column.Phone", question.GetAttribute("name"));
        Assert.Equal(200, status);
        Assert.Contains("Bureau", dry.TextOf("section:has(#file) .faults"), StringComparison.Ordinal);
        Assert.Contains(
            "columns named on line 2",
            dry.TextOf("section:has(#file) .faults caption"),
            StringComparison.Ordinal
        );
        Assert.Equal("One event for September 1999 waits for NPR.", sent.TextOf("h1"));
    }

    [Fact]
    public async Task A_file_need_not_say_whose_month_it_is_and_is_corrected_on_the_page()
    {
        using var agency = await server.AsAsync("agency-NSF");
        var form = await PageForm.OpenAsync(agency, "/report/NSF/1999-10", "file");

        var (status, refused) = await form.SendFileAsync(
            "check",
            "Date,What\n10/12/99,We ask what grantees want.\n11/2/99,We answer.\n"
        );
        var corrected = PageForm.On(agency, refused, "file");
        Assert.Equal((422, "3"), (status, refused.TextOf("section:has(#file) .faults td")));
        Assert.Contains(
            "3,\"starts_on\",\"This day is not in 1999-10.",
            Uri.UnescapeDataString(refused.QuerySelector("a[download='report.csv']")!.GetAttribute("href")!),
            StringComparison.Ordinal
        );
        corrected["pasted"] = corrected["pasted"].Replace("11/2/99", "10/2/99", StringComparison.Ordinal);
        var (_, sent) = await corrected.PressAsync("send");

        Assert.Equal("2 events for October 1999 wait for NPR.", sent.TextOf("h1"));
    }

    [Fact]
    public async Task Days_that_are_supposed_to_begin_with_the_month_are_read_the_other_way_on_the_page()
    {
        using var agency = await server.AsAsync("agency-NSF");
        var form = await PageForm.OpenAsync(agency, "/report/NSF/1999-11", "file");
        form["pasted"] = "Date,What\n10/11/99,We ask what grantees want.\n";

        var (_, supposed) = await form.PressAsync("check");
        var other = PageForm.On(agency, supposed, "file");
        Assert.Equal(
            "Is the month or the day first in days such as 4/5/1998?",
            supposed.TextOf("label[for='answer.dateOrder']")
        );
        other["answer.dateOrder"] = "DMY";
        var (_, sent) = await other.PressAsync("send");

        Assert.Equal("One event for November 1999 waits for NPR.", sent.TextOf("h1"));
    }
}
