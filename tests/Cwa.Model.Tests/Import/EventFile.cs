using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>A file of events with every column.</summary>
internal static class EventFile
{
    public const string Header =
        "id,agency,month,title,description,starts_on,ends_on,medium,format,setting,access,topic_scope,languages,"
        + "place_kind,state,city,co_hosts,expected_reach,reason,status,attendance,count_method,postponed_from";

    public static IEnumerable<(int, string)> Places(ImportResult result) =>
        result.Errors.Select(error => ((int)error.Line, error.Column));

    public static string Row(
        string title = "Hall",
        string agency = "SSA",
        string month = "1998-04",
        string description = "We listen.",
        string day = "1998-04-21",
        string ends = "",
        string medium = "FACE_TO_FACE",
        string languages = "en",
        string city = "Fresno",
        string coHosts = "",
        string reason = "",
        string id = "",
        string status = "",
        string attendance = "",
        string method = "",
        string from = ""
    ) =>
        $"{id},{agency},{month},{title},{description},{day},{ends},{medium},TOWN_HALL,INFORMAL,OPEN_TO_PUBLIC,"
        + $"OPEN_TOPIC,{languages},PLACE,CA,{city},{coHosts},200,{reason},{status},{attendance},{method},{from}";

    public static Task<ImportResult> ImportAsync(TestDatabase database, params string[] rows) =>
        database.ImportAsync("events", $"{Header}\n{string.Join('\n', rows)}");
}
