namespace Cwa.Model;

/// <summary>Every duty of the memorandum.</summary>
public static class Requirements
{
    /// <summary>In the order of the memorandum: CWA-1.1 to CWA-6.2, then CWA-I and CWA-J.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        new(
            "CWA-1.1",
            1,
            "Agencies shall create activities and programs, continuing throughout the year, that will engage "
                + "customers in a discussion about how to improve Government service by determining the kind and "
                + "quality of services they want and their level of satisfaction with existing services.",
            Force.Shall,
            "Every calendar month from April 1998 on has a planned or held conversation or a running program, and "
                + "every year has at least one finding about wanted services and one about satisfaction."
        ),
        new(
            "CWA-2.1",
            2,
            "By no later than March 16, 1998, agencies shall designate a person within the agency to serve as the "
                + "primary liaison to coordinate information and programs dealing with the \"Conversations with "
                + "America\" initiative.",
            Force.Shall,
            "Met if a primary liaison was designated by 16 March 1998, met late if afterwards. An agency has one "
                + "primary liaison at a time."
        ),
        new(
            "CWA-2.2",
            2,
            "Agencies shall then provide the National Partnership for Reinventing Government (NPR) with their "
                + "agency's primary liaison and a list of events the agency will conduct to engage Americans in "
                + "conversations about improving Government service.",
            Force.Shall,
            "Met if NPR has been told of the liaison and a first monthly report was submitted. The memorandum names "
                + "no date."
        ),
        new(
            "CWA-2.3",
            2,
            "This monthly report should provide the date and a brief description of each event.",
            Force.Should,
            "Each agency reports once for each month, even for a month without events. Met if every due report was "
                + "submitted in time, met late if every one was submitted. NPR sets the due day: by default the last "
                + "day of the month before, and 16 March 1998 for the first report."
        ),
        new(
            "CWA-3.1",
            3,
            "Agencies shall engage the largest number of customers possible in these conversations.",
            Force.Shall,
            "Not judged as met or not met. Expected reach and attendance are shown beside the number of customers, "
                + "with rank and trend."
        ),
        new(
            "CWA-3.2",
            3,
            "The use of all forms of media is encouraged to reach the largest possible audience.",
            Force.Encouraged,
            "Not judged as met or not met. The number of media used is shown, of four: face-to-face, written, "
                + "telephone and electronic."
        ),
        new(
            "CWA-3.3",
            3,
            "Particular emphasis should be placed on conducting these conversations in the areas where agency "
                + "customers live and work.",
            Force.Should,
            "Not judged as met or not met. The share of customers in states and territories with an event is shown, "
                + "once by where they live and once by where they work; national and virtual events are counted apart."
        ),
        new(
            "CWA-4.1",
            4,
            "In 1998, agencies shall put in place a process to address customer complaints.",
            Force.Shall,
            "Met if a complaint process was in place in 1998, met late if afterwards; pending until 31 December 1998."
        ),
        new(
            "CWA-4.2",
            4,
            "Agency customers should be provided opportunities for finding solutions to problems, such as \"Problem "
                + "Solving Days\" and other venues.",
            Force.Should,
            "At least one problem-solving day a year, or one other event of which the agency says what it solved."
        ),
        new(
            "CWA-4.3",
            4,
            "Agencies shall track and analyze the data they receive and use it to change processes that do not serve "
                + "customers well.",
            Force.Shall,
            "There are figures for every month since the process was put in place, and at least one analysis or "
                + "process change a year. Complaints pending at the start, plus received, less resolved, equal those "
                + "pending at the end."
        ),
        new(
            "CWA-4.4",
            4,
            "As your agency identifies individual problems, work to solve them quickly and systemically.",
            Force.Shall,
            "Every systemic problem has led to a process change, and its effect was measured."
        ),
        new(
            "CWA-5.1",
            5,
            "Agencies shall use the information from \"Conversations with America\" and continue to track customer "
                + "service measurements, then take necessary actions to change or improve how the agency operates, as "
                + "appropriate.",
            Force.Shall,
            "At least one measurement of each service standard a year. Findings without an action are listed."
        ),
        new(
            "CWA-5.2",
            5,
            "Integrate what your agency learns from its customers with your agency's strategic plans, operating "
                + "plans, and performance measures required by the Government Performance and Results Act of 1993, "
                + "reporting on financial and program performance under the Chief Financial Officers Act of 1990, and "
                + "the Government Management Reform Act of 1994.",
            Force.Shall,
            "Each annual report cites at least one such plan or report."
        ),
        new(
            "CWA-6.1",
            6,
            "As required by my memorandum on improving customer service of March 22, 1995, each agency shall, on at "
                + "least an annual basis, report on the customer service results they have achieved in terms readily "
                + "understood by individual customers.",
            Force.Shall,
            "One annual report is published a year. Every statement names its standard, and its readability is shown "
                + "beside it."
        ),
        new(
            "CWA-6.2",
            6,
            "Agencies shall continue actions required by Executive Order 12862 as well, including, but not limited to "
                + "surveying employees and conducting benchmarking studies to assure we achieve customer service for "
                + "the American people that is equal to the best in business.",
            Force.Shall,
            "At least one employee survey and one benchmark study a year."
        ),
        new(
            "CWA-I",
            null,
            "Independent agencies are requested to adhere to this directive.",
            Force.Requested,
            "A requested agency is shown as having met a requirement voluntarily or as not having reported, never as "
                + "not having met it. It is left out of every rate of compliance."
        ),
        new(
            "CWA-J",
            null,
            "This directive is for the internal management of the executive branch and does not create any right or "
                + "benefit, substantive or procedural, enforceable by a party against the United States, its agencies "
                + "or instrumentalities, its officers or employees, or any other person.",
            Force.Statement,
            "Served with every scorecard, export and feed."
        ),
    ];

    /// <summary>The requirement with the key, such as CWA-2.1; null if there is none.</summary>
    public static Requirement? Find(string key) => All.FirstOrDefault(requirement => requirement.Key == key);
}
